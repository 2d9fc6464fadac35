import { ConfigError } from '@customerai/service/basics';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** One running part, as `npm run status` shows it. */
export interface ServiceStatus {
  name: string;
  state: string;
  pid: number | undefined;
  url: string | undefined;
  uptimeSeconds: number | undefined;
  memoryMb: number | undefined;
  restarts: number;
  version: string | undefined;
}

export interface Control {
  status(): ServiceStatus[];
  /** Restarts these services, or all. */
  restart(names: readonly string[] | undefined): Promise<void>;
}

interface Address {
  url: string;
  secret: string;
}

const fileOf = (directory: string) => join(directory, 'control.json');

/** Opens the door of a second shell to a supervisor: loopback only, and only for who can read `control.json`, which is its owner. */
export async function openControl(directory: string, control: Control): Promise<AsyncDisposable> {
  const secret = randomBytes(24).toString('base64url');
  const server = createServer(async (request, response) => {
    const reply = (status: number, body: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!isOwner(request, secret)) return reply(401, { error: 'The secret of control.json is missing.' });
    try {
      const { pathname, searchParams } = new URL(request.url!, 'http://control');
      if (pathname === '/status') return reply(200, control.status());
      if (pathname !== '/restart' || request.method !== 'POST') return reply(404, { error: 'There is /status, and POST /restart.' });
      const names = searchParams.getAll('service');
      await control.restart(names.length > 0 ? names : undefined);
      reply(200, control.status());
    } catch (error) {
      reply(500, { error: (error as Error).message });
    }
  });
  await new Promise<void>((resolve, reject) => void server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address: Address = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret };
  writeFileSync(fileOf(directory), JSON.stringify(address), { mode: 0o600 });
  return {
    [Symbol.asyncDispose]: async () => {
      rmSync(fileOf(directory), { force: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function isOwner(request: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Asks the supervisor of a data directory; undefined when none answers there. Throws `ConfigError` with its complaint. */
export async function askControl(directory: string, path: string, method = 'GET'): Promise<ServiceStatus[] | undefined> {
  let response: Response;
  try {
    const { url, secret } = JSON.parse(readFileSync(fileOf(directory), 'utf8')) as Address;
    response = await fetch(`${url}${path}`, { method, headers: { authorization: `Bearer ${secret}` } });
  } catch {
    return undefined;
  }
  const answer = (await response.json()) as ServiceStatus[] & { error?: string };
  if (!response.ok) throw new ConfigError(answer.error ?? `The supervisor answered with status ${response.status}.`);
  return answer;
}
