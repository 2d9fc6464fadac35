import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { once } from 'node:events';

/** Where a nats-server is, looked for on PATH and where distributions put daemons; undefined when there is none. */
export function findNatsServer(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/local/bin', '/usr/bin'];
  return folders
    .map((folder) => join(folder, 'nats-server'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface NatsServer extends AsyncDisposable {
  url: string;
  /** Ends it as a power switch would. */
  kill(): Promise<void>;
  /** Starts it on the same port, with what it has on disk or with nothing. */
  start(options?: { empty?: boolean }): Promise<void>;
  /** How many messages its own copy of a stream has. */
  copyOf(stream: string): Promise<number>;
}

interface JetStreamReport {
  account_details?: { stream_detail?: { name: string; state: { messages: number } }[] }[];
}

/** A server of our own on a free loopback port with its own directory. `more`: further arguments. */
export async function startNatsServer(path: string, more: readonly string[] = []): Promise<NatsServer> {
  const directory = await mkdtemp(join(tmpdir(), 'nats-'));
  const port = await freePort();
  const monitor = await freePort();
  let child: ChildProcess | undefined;

  async function start({ empty = false } = {}): Promise<void> {
    if (empty) await rm(join(directory, 'jetstream'), { recursive: true, force: true });
    const started = (child = spawn(path, ['-a', '127.0.0.1', '-p', `${port}`, '-m', `${monitor}`, '-js', '-sd', directory, ...more], {
      stdio: ['ignore', 'ignore', 'pipe'],
    }));
    const ready = Promise.withResolvers<void>();
    let output = '';
    // Read to the end: a daemon whose standard error is closed dies with its next line.
    started.stderr!.on('data', (chunk) => {
      output += chunk;
      const routed = !more.includes('--cluster') || output.includes('Listening for route connections');
      if (routed && output.includes('Server is ready')) ready.resolve();
    });
    started.once('exit', () => ready.reject(new Error(`nats-server did not start: ${output}`)));
    await ready.promise;
  }

  async function kill(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    start,
    kill,
    async copyOf(stream) {
      const report = (await (await fetch(`http://127.0.0.1:${monitor}/jsz?streams=1`)).json()) as JetStreamReport;
      const streams = (report.account_details ?? []).flatMap(({ stream_detail = [] }) => stream_detail);
      return streams.find(({ name }) => name === stream)?.state.messages ?? 0;
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Three servers that know each other, by name. Their JetStream answers once they have chosen a leader, which takes seconds. */
export async function startNatsCluster(path: string): Promise<Map<string, NatsServer>> {
  for (let attempt = 1; ; attempt++) {
    const servers = await Promise.allSettled(await threeOf(path));
    const started = servers.flatMap((server) => (server.status === 'fulfilled' ? [server.value] : []));
    if (started.length === servers.length) return new Map(started);
    // Somebody else took a port between our asking for a free one and the server's taking it.
    for (const [, server] of started) await server[Symbol.asyncDispose]();
    if (attempt === 5) throw (servers.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason;
  }
}

async function threeOf(path: string): Promise<Promise<readonly [string, NatsServer]>[]> {
  const ports = [await freePort(), await freePort(), await freePort()];
  const routes = ports.map((port) => `nats://127.0.0.1:${port}`);
  const start = async (index: number) => {
    const name = `n${index}`;
    const more = ['-n', name, '--cluster_name', 'trial', '--cluster', routes[index]!, '--routes', routes.join(',')];
    return [name, await startNatsServer(path, more)] as const;
  };
  return ports.map((_, index) => start(index));
}
