import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Limits } from '../config.ts';
import { mayConnect } from '../http/allow-origins.ts';
import { CLOSE, type SessionTools, SocketSession } from './socket-session.ts';

const MAX_MESSAGE_BYTES = 64 * 1024; // what clients send here is queries
const DENY_WAIT_MS = 1_000;
const PROTOCOL = 'graphql-transport-ws';

/** The session rides on its socket, and the listeners find it there: one set of them for all sockets. */
class SessionSocket extends WebSocket {
  session: SocketSession | undefined = undefined;
}

export interface SocketServer {
  /** Takes no new sockets, and tells every client to connect again, not all at once. Resolves when they have gone or were cut off. */
  drain(): Promise<void>;
}

/** GraphQL over WebSocket (protocol graphql-transport-ws) at `/graphql`. */
export function attachSockets(
  options: SessionTools & { http: Server; allowedOrigins: readonly string[]; limits: SessionTools['limits'] & Pick<Limits, 'socketInitWaitMs'> },
): SocketServer {
  const { http, allowedOrigins, connections, limits, log } = options;
  const sockets = new WebSocketServer<typeof SessionSocket>({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    WebSocket: SessionSocket,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });

  function onMessage(this: WebSocket, data: unknown): void {
    try {
      sessionOf(this).receive(String(data));
    } catch (error) {
      log.error({ err: error as Error }, 'a socket message could not be handled');
      this.close(1011, 'Something went wrong on our side.');
    }
  }
  function onPong(this: WebSocket): void {
    sessionOf(this).alive();
  }
  function onError(this: WebSocket, error: Error): void {
    log.debug({ err: error }, 'a socket failed');
  }
  function onClose(this: WebSocket): void {
    sessionOf(this).closed();
  }

  function open(socket: SessionSocket, wire: Duplex, request: IncomingMessage): void {
    const session = new SocketSession(socket, wire, request.headers.authorization, options);
    socket.session = session;
    socket.on('message', onMessage).on('pong', onPong).on('error', onError).on('close', onClose);
    if (socket.protocol !== PROTOCOL) return session.close(4406, `Subprotocol not acceptable: offer "${PROTOCOL}".`);
    waitForHello(session, socket);
  }

  function waitForHello(session: SocketSession, socket: SessionSocket): void {
    const timer = setTimeout(() => {
      if (session.isNew) session.close(CLOSE.initTimeout, 'Connection initialisation timeout');
    }, limits.socketInitWaitMs).unref();
    // The first message ends the wait: what it says is judged elsewhere.
    socket.once('message', () => clearTimeout(timer));
  }

  const sessionOf = (socket: WebSocket) => (socket as SessionSocket).session!;

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    if (pathname !== '/graphql') return deny(socket, '404 Not Found', 'WebSockets are served at /graphql.');
    if (!mayConnect(request.headers.origin, request.headers.host, allowedOrigins)) {
      return deny(socket, '403 Forbidden', 'This origin may not connect; add it to ALLOWED_ORIGINS.');
    }
    sockets.handleUpgrade(request, socket, head, (opened) => open(opened, socket, request));
  };
  http.on('upgrade', upgrade);

  return {
    drain: async () => {
      http.off('upgrade', upgrade);
      http.on('upgrade', (_request, socket) => deny(socket, '503 Service Unavailable', 'The gateway restarts. Connect again.'));
      await connections.drain();
      const gone = [...sockets.clients].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
      for (const socket of sockets.clients) socket.session?.leave();
      sockets.close();
      await Promise.all(gone);
    },
  };
}

function deny(socket: Duplex, status: string, message: string): void {
  socket.on('error', () => {});
  // Nobody reads what comes after the request, and a socket with something unread would never close.
  socket.resume();
  setTimeout(() => socket.destroy(), DENY_WAIT_MS).unref();
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(message)}\r\nConnection: close\r\n\r\n${message}`,
  );
}
