import type { Server } from 'node:http';

const SWEEP_EVERY_MS = 50;

/** Takes no new connection, lets the requests that run finish, and after `graceMs` cuts off those that have not. */
export function drainServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that was busy just now is idle when its answer has gone, and would be kept for the next request.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
