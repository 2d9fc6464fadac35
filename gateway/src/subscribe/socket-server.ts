import { type Clock, type Logger, ServiceError, type Viewer, anonymous } from '@customerai/service';
import { type DocumentNode, type ExecutionArgs, GraphQLError, parse } from 'graphql';
import { type Context, handleProtocols, makeServer, type ServerOptions } from 'graphql-ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Limits } from '../config.ts';
import { toClientError } from '../errors.ts';
import { mayConnect } from '../http/allow-origins.ts';
import { traceIdOf } from '../trace.ts';
import { type Operator, Refused } from './operate.ts';
import type { CutOff } from './queue.ts';

const MAX_MESSAGE_BYTES = 64 * 1024; // what clients send here is queries
const MAX_UNREAD_BYTES = 16 * 1024 * 1024; // who asks (or pings) without reading the answers
const PING_EVERY_MS = 12_000; // finds half-open sockets, and keeps proxies from closing idle ones
const CLOSE_WAIT_MS = 5_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Close codes: 4403 and those below 4000 make graphql-ws clients connect again. */
const FORBIDDEN = 4403;
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;

interface Extra {
  socket: WebSocket;
  request: IncomingMessage;
  viewer: Viewer;
  /** What a socket asks for is begun one after the other: an answer to a later question says that the earlier subscription is in place. */
  turn: Promise<unknown>;
}

type SocketContext = Context<Record<string, unknown> | undefined, Extra>;

export interface SocketServer {
  /** Tells every client to connect again, and cuts off those that do not go. */
  drain(): Promise<void>;
}

/** GraphQL over WebSocket (protocol graphql-transport-ws) at `/graphql`. */
export function attachSockets(options: {
  http: Server;
  tokens: AccessTokens;
  operator: Operator;
  limits: Pick<Limits, 'subscriptionsPerSocket' | 'socketInitWaitMs'>;
  allowedOrigins: readonly string[];
  clock: Clock;
  log: Logger;
}): SocketServer {
  const { http, tokens, operator, limits, allowedOrigins, clock, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false, handleProtocols });
  const protocol = makeServer<Record<string, unknown> | undefined, Extra>({
    connectionInitWaitTimeout: limits.socketInitWaitMs,
    onConnect: (ctx) => connect(ctx),
    onSubscribe: (ctx, id, payload) => begin(ctx, id, payload),
    execute: ({ rootValue }) => rootValue as never,
    subscribe: ({ rootValue }) => rootValue as never,
    onNext: (_ctx, _id, _payload, _args, result) => result as never, // errors have their final form already
    onError: (_ctx, _id, _payload, errors) => {
      const traceId = traceIdOf(undefined);
      return errors.map((error) => toClientError(error.toJSON(), traceId, log));
    },
  } satisfies ServerOptions<Record<string, unknown> | undefined, Extra>);

  async function connect({ connectionParams, extra }: SocketContext): Promise<boolean> {
    const given = Object.entries(connectionParams ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
    try {
      const { viewer, expiresAt } = await tokens.identify(typeof given === 'string' ? given : extra.request.headers.authorization);
      extra.viewer = viewer;
      if (expiresAt !== undefined) closeAt(extra.socket, expiresAt);
      return true;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      close(extra.socket, error.code === 'UNAUTHENTICATED' ? FORBIDDEN : TRY_AGAIN_LATER, error.message);
      return false;
    }
  }

  function closeAt(socket: WebSocket, time: number): void {
    const wait = Math.min(Math.max(time - clock().getTime(), 0), LONGEST_TIMER_MS);
    const timer = setTimeout(() => close(socket, FORBIDDEN, 'The access token has expired. Connect again with a new one.'), wait);
    socket.once('close', () => clearTimeout(timer));
  }

  async function begin(
    ctx: SocketContext,
    id: string,
    payload: { query: string; operationName?: string | null; variables?: Record<string, unknown> | null },
  ) {
    const { extra } = ctx;
    if (Object.keys(ctx.subscriptions).length > limits.subscriptionsPerSocket) {
      const message = `This socket has ${limits.subscriptionsPerSocket} operations under way, which is the most. Complete one first.`;
      return [new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } })];
    }
    const cutOff = (reason: CutOff) => {
      const message = `Too many events wait for operation "${id.slice(0, 20)}". Read faster, or narrow the filter.`;
      close(extra.socket, TRY_AGAIN_LATER, reason === 'slow' ? message : 'The event stream was interrupted. Connect again.');
    };
    const begun = extra.turn.then(() => operator.begin(payload, extra.viewer, cutOff));
    extra.turn = begun.catch(() => {});
    try {
      const result = await begun;
      return 'stream' in result ? args(STREAMING, result.stream) : args(ANSWERING, result.answer);
    } catch (error) {
      return errorsOf(error);
    }
  }

  function errorsOf(error: unknown): readonly GraphQLError[] {
    if (error instanceof Refused) return error.errors;
    if (error instanceof GraphQLError) return [error];
    if (error instanceof ServiceError) return [new GraphQLError(error.message, { extensions: { code: error.code, ...error.details } })];
    log.error({ err: error as Error }, 'an operation could not begin');
    return [new GraphQLError('', { extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } })];
  }

  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        // Resolves when the frame has left for the network: a client that does not read keeps its queue waiting, and is cut off when that is full.
        send: (frame) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(frame, () => resolve());
          }),
        close: (code, reason) => close(socket, code ?? 1000, reason ?? ''),
        onMessage: (receive) =>
          socket.on('message', (data) => {
            if (socket.bufferedAmount > MAX_UNREAD_BYTES)
              return close(socket, TRY_AGAIN_LATER, 'Too many answers were not read. Read before you ask on.');
            receive(String(data)).catch((error: unknown) => {
              log.error({ err: error as Error }, 'a socket message could not be handled');
              close(socket, 1011, 'Something went wrong on our side.');
            });
          }),
      },
      { socket, request, viewer: anonymous, turn: Promise.resolve() },
    );
    let alive = true;
    socket.on('pong', () => (alive = true));
    const heartbeat = setInterval(() => {
      if (!alive) return socket.terminate();
      alive = false;
      socket.ping();
    }, PING_EVERY_MS);
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'));
    socket.once('close', (code, reason) => {
      clearInterval(heartbeat);
      void closed(code, String(reason));
    });
  });

  http.on('upgrade', (request, socket, head) => {
    const { pathname } = new URL(request.url ?? '/', 'http://gateway');
    if (pathname !== '/graphql') return deny(socket, '404 Not Found', 'WebSockets are served at /graphql.');
    if (!mayConnect(request.headers.origin, request.headers.host, allowedOrigins)) {
      return deny(socket, '403 Forbidden', 'This origin may not connect; add it to ALLOWED_ORIGINS.');
    }
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request));
  });

  return {
    drain: async () => {
      const gone = [...sockets.clients].map((socket) => new Promise<void>((resolve) => socket.once('close', () => resolve())));
      for (const socket of sockets.clients) close(socket, SERVICE_RESTART, 'The gateway restarts. Connect again.');
      sockets.close();
      await Promise.all(gone);
    },
  };
}

/** Stands for the client's document, of which the library wants to know nothing but the kind of operation. */
const STREAMING = parse('subscription { __typename }');
const ANSWERING = parse('{ __typename }');
const args = (document: DocumentNode, rootValue: unknown): ExecutionArgs => ({ schema: undefined as never, document, rootValue });

/** Closes with a reason (at most 123 bytes by RFC 6455), and for good when the other end does not answer. */
function close(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason.length > 123 ? `${reason.slice(0, 120)}...` : reason);
  const timer = setTimeout(() => socket.terminate(), CLOSE_WAIT_MS);
  socket.once('close', () => clearTimeout(timer));
}

function deny(socket: Duplex, status: string, message: string): void {
  socket.on('error', () => {});
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(message)}\r\nConnection: close\r\n\r\n${message}`,
  );
}
