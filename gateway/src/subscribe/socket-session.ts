import { anonymous, type Logger, ServiceError, type Viewer } from '@customerai/service';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { AccessTokens, Identity } from '../auth/access-tokens.ts';
import type { Limits } from '../config.ts';
import type { Connection, Connections } from './connections.ts';
import { nextFrame } from './frames.ts';
import type { Message } from './message.ts';
import type { Operator, StreamRequest } from './operate.ts';
import { errorsOf, LogUnavailable, Refused } from './refused.ts';
import { parseSocketMessage, type SocketMessage } from './socket-messages.ts';
import type { Ending, Outlet, Subscriber } from './subscriber.ts';

const MAX_UNREAD_BYTES = 16 * 1024 * 1024; // who asks (or pings) without reading the answers
const CLOSE_WAIT_MS = 5_000;

/** Close codes of graphql-transport-ws. 4403 and those below 4000 make graphql-ws clients connect again; the others end them. */
export const CLOSE = {
  serviceRestart: 1012,
  tryAgainLater: 1013,
  badMessage: 4400,
  unauthorised: 4401,
  forbidden: 4403,
  initTimeout: 4408,
  duplicate: 4409,
  tooMany: 4429,
} as const;

export interface SessionTools {
  tokens: AccessTokens;
  operator: Operator;
  connections: Connections;
  limits: Pick<Limits, 'subscriptionsPerSocket' | 'socketsPerUser' | 'messagesPerSecond'>;
  log: Logger;
}

/** One operation of a socket. `subscriber` is there once it streams. */
class SocketOperation implements Outlet {
  readonly session: SocketSession;
  readonly id: string;
  subscriber: Subscriber | undefined = undefined;

  constructor(session: SocketSession, id: string) {
    this.session = session;
    this.id = id;
  }

  send(message: Message): boolean {
    return this.session.deliver(this.id, message);
  }

  end(ending: Ending): void {
    this.session.finish(this, ending);
  }
}

/** The server's side of graphql-transport-ws on one socket. A class with few fields, because there are tens of thousands of them. */
export class SocketSession implements Connection {
  identity: Identity = { viewer: anonymous };
  readonly #socket: WebSocket;
  readonly #wire: Duplex;
  readonly #tools: SessionTools;
  #header: string | undefined;
  #state: 'new' | 'greeting' | 'open' = 'new';
  #operations: Map<string, SocketOperation> | undefined = undefined;
  #turn: Promise<void> | undefined = undefined;
  #blocked = false;
  #alive = true;
  #second = 0;
  #messages = 0;

  /** `wire`: what the socket stands on; frames that are the same for many are written to it whole. `header`: of the request that opened the socket. */
  constructor(socket: WebSocket, wire: Duplex, header: string | undefined, tools: SessionTools) {
    this.#socket = socket;
    this.#wire = wire;
    this.#header = header;
    this.#tools = tools;
  }

  receive(text: string): void {
    if (this.#socket.bufferedAmount > MAX_UNREAD_BYTES)
      return this.close(CLOSE.tryAgainLater, 'Too many answers were not read. Read before you ask on.');
    if (this.#isTooFast()) return this.close(CLOSE.tooMany, `More than ${this.#tools.limits.messagesPerSecond} messages within a second.`);
    const message = parseSocketMessage(text);
    if ('fault' in message) return this.close(CLOSE.badMessage, message.fault);
    this.#handle(message);
  }

  #handle(message: SocketMessage): void {
    switch (message.type) {
      case 'connection_init':
        if (this.#state !== 'new') return this.close(CLOSE.tooMany, 'Too many initialisation requests');
        this.#state = 'greeting';
        return void this.#greet(message.payload);
      case 'ping':
        if (message.payload?.['authorization'] !== undefined) return void this.#renew(message.payload['authorization']);
        return this.#say({ type: 'pong', ...(message.payload ? { payload: message.payload } : {}) });
      case 'pong':
        return;
      case 'complete':
        return this.#forget(message.id)?.subscriber?.close();
      default:
        return this.#subscribe(message.id, message.payload);
    }
  }

  async #greet(payload: Record<string, unknown> | undefined): Promise<void> {
    const { tokens, connections, limits, log } = this.#tools;
    const given = Object.entries(payload ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
    const header = this.#header;
    this.#header = undefined;
    try {
      this.identity = await tokens.identify(typeof given === 'string' ? given : header);
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        log.error({ err: error as Error }, 'a socket could not be greeted');
        return this.close(1011, 'Something went wrong on our side.');
      }
      return this.close(error.code === 'UNAUTHENTICATED' ? CLOSE.forbidden : CLOSE.tryAgainLater, error.message);
    }
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (!connections.add(this))
      return this.close(CLOSE.tooMany, `You have ${limits.socketsPerUser} connections open, which is the most. Close one first.`);
    this.#state = 'open';
    this.#say({ type: 'connection_ack' });
  }

  /** A fresh token in place of the one that will end. The answer is a `pong` that says whether it was taken. */
  async #renew(authorization: unknown): Promise<void> {
    const answer = (payload: object) => this.#say({ type: 'pong', payload });
    if (this.#state !== 'open') return this.close(CLOSE.unauthorised, 'Unauthorized');
    try {
      const next = await this.#tools.tokens.identify(String(authorization));
      const before = this.identity.viewer;
      const same =
        next.viewer.kind !== 'anonymous' && before.kind !== 'anonymous' && next.viewer.id === before.id && next.viewer.tenant === before.tenant;
      if (!same) return answer({ authorization: 'refused', message: 'A connection belongs to one person. Open another one for somebody else.' });
      const { scopes } = before;
      this.identity = next;
      if (next.viewer.kind !== 'anonymous' && !sameScopes(scopes, next.viewer.scopes)) this.#reauthorise(next.viewer);
      answer({ authorization: 'accepted', expiresAt: next.expiresAt });
    } catch (error) {
      answer({ authorization: 'refused', message: error instanceof ServiceError ? error.message : 'Something went wrong on our side.' });
    }
  }

  #subscribe(id: string, request: StreamRequest): void {
    const { limits } = this.#tools;
    if (this.#state !== 'open') return this.close(CLOSE.unauthorised, 'Unauthorized');
    const operations = (this.#operations ??= new Map());
    if (operations.has(id)) return this.close(CLOSE.duplicate, `Subscriber for ${id.slice(0, 40)} already exists`);
    if (operations.size >= limits.subscriptionsPerSocket) {
      const message = `This socket has ${limits.subscriptionsPerSocket} operations under way, which is the most. Complete one first.`;
      return this.#say({ id, type: 'error', payload: [{ message, extensions: { code: 'RATE_LIMITED' } }] });
    }
    const operation = new SocketOperation(this, id);
    operations.set(id, operation);
    // What a socket asks for is begun one after the other: an answer to a later question says that the earlier subscription is in place.
    const turn = (this.#turn ?? Promise.resolve()).then(() => this.#begin(operation, request));
    this.#turn = turn;
    void turn.then(() => {
      if (this.#turn === turn) this.#turn = undefined;
    });
  }

  async #begin(operation: SocketOperation, request: StreamRequest): Promise<void> {
    const { operator, log } = this.#tools;
    const { id } = operation;
    try {
      const begun = await operator.begin(request, this.identity.viewer, operation);
      if ('subscriber' in begun) {
        operation.subscriber = begun.subscriber;
        if (!this.#has(operation)) begun.subscriber.close();
        return;
      }
      void begun.answer
        .catch((error: unknown) => ({ errors: errorsOf(error, log) }))
        .then((answer) => {
          if (!this.#has(operation)) return;
          this.#forget(id);
          this.#say({ id, type: 'next', payload: answer });
          this.#say({ id, type: 'complete' });
        });
    } catch (error) {
      if (error instanceof LogUnavailable) return this.close(CLOSE.tryAgainLater, 'The event stream is interrupted. Connect again.');
      if (!this.#has(operation)) return;
      this.#forget(id);
      this.#say({ id, type: 'error', payload: errorsOf(error, log) });
    }
  }

  /** False when the client does not keep up; the subscribers hear of it when it does again. */
  deliver(id: string, message: Message): boolean {
    if (this.#socket.readyState !== this.#socket.OPEN) return false;
    if (this.#wire.write(nextFrame(id, message))) return !this.#blocked;
    if (!this.#blocked) {
      this.#blocked = true;
      this.#wire.once('drain', () => this.#drained());
    }
    return false;
  }

  #drained(): void {
    this.#blocked = false;
    for (const { subscriber } of this.#operations?.values() ?? []) {
      if (this.#blocked) return;
      subscriber?.drained();
    }
  }

  finish(operation: SocketOperation, ending: Ending): void {
    if (!this.#has(operation)) return;
    if (ending.kind === 'refused') {
      this.#forget(operation.id);
      this.#say({ id: operation.id, type: 'error', payload: errorsOf(new Refused(ending.errors), this.#tools.log) });
    } else if (ending.kind === 'complete') {
      this.#forget(operation.id);
      this.#say({ id: operation.id, type: 'complete' });
    } else if (ending.kind === 'closed') this.leave();
    else if (ending.kind === 'slow')
      this.close(CLOSE.tryAgainLater, `Too many events wait for operation "${operation.id.slice(0, 20)}". Read faster, or narrow the filter.`);
    else this.close(CLOSE.tryAgainLater, 'The event stream was interrupted. Connect again.');
  }

  end(message: string): void {
    this.close(CLOSE.forbidden, message);
  }

  allow(viewer: Viewer): void {
    this.identity = { ...this.identity, viewer };
    this.#reauthorise(viewer);
  }

  #reauthorise(viewer: Viewer): void {
    for (const { subscriber } of this.#operations?.values() ?? []) if (subscriber) this.#tools.operator.reauthorise(subscriber, viewer);
  }

  beat(): void {
    if (!this.#alive) return this.#socket.terminate();
    this.#alive = false;
    this.#socket.ping();
  }

  alive(): void {
    this.#alive = true;
  }

  leave(): void {
    this.close(CLOSE.serviceRestart, 'The gateway restarts. Connect again.');
  }

  /** True until the client has said hello. */
  get isNew(): boolean {
    return this.#state === 'new';
  }

  /** The socket has closed. */
  closed(): void {
    this.#tools.connections.remove(this);
    const operations = this.#operations;
    this.#operations = undefined;
    for (const { subscriber } of operations?.values() ?? []) subscriber?.close();
  }

  /** Closes with a reason (at most 123 bytes by RFC 6455), and for good when the other end does not answer. */
  close(code: number, reason: string): void {
    const socket = this.#socket;
    if (socket.readyState !== socket.OPEN) return;
    socket.close(code, reason.length > 123 ? `${reason.slice(0, 120)}...` : reason);
    const timer = setTimeout(() => socket.terminate(), CLOSE_WAIT_MS);
    socket.once('close', () => clearTimeout(timer));
  }

  #say(message: object): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #has(operation: SocketOperation): boolean {
    return this.#operations?.get(operation.id) === operation;
  }

  #forget(id: string): SocketOperation | undefined {
    const operation = this.#operations?.get(id);
    this.#operations?.delete(id);
    return operation;
  }

  #isTooFast(): boolean {
    const second = Math.floor(performance.now() / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#messages = 0;
    }
    return ++this.#messages > this.#tools.limits.messagesPerSecond;
  }
}

const sameScopes = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((scope) => b.includes(scope));
