import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';

const SWEEP_EVERY_MS = 50;

const connections = new WeakMap<Server, Set<Socket>>();

/** Remembers who is connected, for the drain: Node does not count a connection as idle on which nothing was ever sent, as browsers open in advance. */
export function watchConnections(server: Server): void {
  const open = new Set<Socket>();
  connections.set(server, open);
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
}

function closeUnused(server: Server): void {
  for (const socket of connections.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
}

/** Takes no new connection, lets the requests that run finish, and after `graceMs` cuts off those that have not. `closeIdle`: of those the server does not know. */
export function drainServer(server: Server, graceMs: number, closeIdle: () => void): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
      // Those that were upgraded are no longer the HTTP server's, but it waits for them.
      for (const socket of connections.get(server) ?? []) socket.destroy();
    }, graceMs);
    // A connection that was busy just now is idle when its answer has gone, and would be kept for the next request.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      closeIdle();
      closeUnused(server);
    }, SWEEP_EVERY_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
    closeIdle();
  });
}

/** Longer than any request may take. */
const LONGEST_MS = 40_000;

/**
 * Leaves new connections to another process and waits until the clients have left the open ones, or, after `ms`, until no request is under way:
 * nobody may close a connection under its client, for a request could be on its way. Whoever answers requests meanwhile sends `connection: close`.
 */
export function handOver(server: Server, ms: number, underWay: () => number): Promise<void> {
  return new Promise((resolve) => {
    const begin = performance.now();
    const look = setInterval(() => {
      const waited = performance.now() - begin;
      if (waited > LONGEST_MS || (waited > ms && underWay() === 0)) end();
    }, SWEEP_EVERY_MS);
    const end = () => {
      clearInterval(look);
      resolve();
    };
    // That of an HTTP server would also close what is idle just now.
    NetServer.prototype.close.call(server, end);
  });
}
