import { randomInt } from 'node:crypto';
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

export interface RealServer extends AsyncDisposable {
  url: string;
  process: ChildProcess;
}

/** Where a program is, or undefined. Debian keeps some servers in /usr/sbin, which is not on everybody's PATH. */
export function findProgram(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/usr/local/bin'];
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Reason to skip, for `test(name, { skip })`: false when the program is there. */
export const skipWithout = (program: string): string | false =>
  findProgram(program) ? false : `${program} is not on this machine; install it (Debian: apt-get install ${program})`;

export const startRedis = (port?: number): Promise<RealServer> =>
  startServer(
    'redis-server',
    'redis',
    (chosen, directory) => ['--port', String(chosen), '--bind', '127.0.0.1', '--dir', directory, '--save', '', '--appendonly', 'no'],
    port,
  );

/** `more`: further arguments of nats-server. */
export const startNats = (port?: number, more: readonly string[] = []): Promise<RealServer> =>
  startServer('nats-server', 'nats', (chosen, directory) => ['-a', '127.0.0.1', '-p', String(chosen), '-js', '-sd', directory, ...more], port);

async function startServer(
  program: string,
  scheme: string,
  argumentsOf: (port: number, directory: string) => string[],
  givenPort?: number,
): Promise<RealServer> {
  const path = findProgram(program);
  if (!path) throw new Error(`${program} is not on this machine.`);
  const port = givenPort ?? (await freePort());
  const directory = await mkdtemp(join(tmpdir(), `customerai-${program}-`));
  const child = spawn(path, argumentsOf(port, directory), { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([
    answers(port),
    ended.then(() => {
      throw new Error(`${program} ended with ${child.exitCode} before it listened.`);
    }),
  ]);
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    process: child,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      child.kill('SIGCONT'); // a stopped process takes its signal only once it runs
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Nothing listens on it, and it is below those that Linux gives to connections, any of which could take it before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Resolves when something listens on the port. A process gives no other sign of that than being reachable. */
async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Nothing listened on port ${port} within 5 s.`);
}
