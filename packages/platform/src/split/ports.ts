import { ConfigError } from '@customerai/service/basics';
import { connect, createServer } from 'node:net';

const LOOK_AGAIN_MS = 25;

/** The port, or a free one for 0. Throws `ConfigError` when it cannot be had: better now than after eight services have started. */
export function claimPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const remedy =
        error.code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port: PORT=${port === 4000 ? 4001 : 4000}.`
          : `Port ${port} on ${host} cannot be opened (${error.code}). Set PORT to one above 1023, and HOST to an address of this machine.`;
      reject(new ConfigError(remedy, { cause: error }));
    });
    server.listen(port, host, () => {
      const { port: chosen } = server.address() as { port: number };
      server.close(() => resolve(chosen));
    });
  });
}

/** Resolves when something listens on the port of this machine, and false when `gaveUp` came first. */
export async function untilListening(port: number, gaveUp: Promise<void>): Promise<boolean> {
  let over = false;
  void gaveUp.then(() => (over = true));
  while (!over) {
    if (await accepts(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
  return false;
}

export function accepts(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket
      .once('connect', () => answer(true))
      .once('error', () => answer(false))
      .once('timeout', () => answer(false));
  });
}
