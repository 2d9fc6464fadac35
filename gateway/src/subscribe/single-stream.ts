import type { Clock, Viewer } from '@customerai/service';
import { type Response, Router } from 'express';
import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Identity } from '../auth/access-tokens.ts';
import { exchangeOf, refuseAsGraphql } from '../http/exchange.ts';
import type { Connection } from './connections.ts';
import { idOf, sse } from './http-format.ts';
import type { Message } from './message.ts';
import { errorsOf, LogUnavailable, Refused } from './refused.ts';
import { comeAgain, readRequest, statusOf, type StreamTools, tooMany } from './stream-routes.ts';
import type { Ending, Outlet, Subscriber } from './subscriber.ts';

const TOKEN_HEADER = 'x-graphql-event-stream-token';
const RESERVED_MS = 60_000; // a reservation that nobody opens goes
const MAX_RESERVED = 10_000;

interface Slot extends Outlet {
  subscriber: Subscriber | undefined;
}

/** Several operations that share one stream of server-sent events. */
class SingleStream implements Connection {
  identity: Identity;
  readonly reservedAt: number;
  readonly operations = new Map<string, Slot>();
  readonly tools: StreamTools;
  response: ServerResponse | undefined = undefined;
  blocked = false;
  #gone: () => void;

  constructor(identity: Identity, tools: StreamTools, reservedAt: number, gone: () => void) {
    this.identity = identity;
    this.tools = tools;
    this.reservedAt = reservedAt;
    this.#gone = gone;
  }

  open(response: ServerResponse): void {
    this.response = response;
    response.writeHead(200, { ...sse.headers });
    response.write(sse.begin(''));
    response.on('close', () => this.close());
    response.on('drain', () => {
      this.blocked = false;
      for (const { subscriber } of this.operations.values()) if (!this.blocked) subscriber?.drained();
    });
  }

  write(text: string | Buffer): boolean {
    if (!this.response?.writable) return false;
    this.blocked = !this.response.write(text) || this.blocked;
    return !this.blocked;
  }

  say(event: 'next' | 'complete', id: string, payload?: unknown): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify({ id, payload })}\n\n`);
  }

  finish(id: string, ending: Ending): void {
    if (!this.operations.delete(id)) return;
    if (ending.kind !== 'refused' && ending.kind !== 'complete') return this.leave();
    if (ending.kind === 'refused') this.say('next', id, { errors: errorsOf(new Refused(ending.errors), this.tools.log) });
    this.say('complete', id);
  }

  close(): void {
    this.tools.connections.remove(this);
    for (const { subscriber } of this.operations.values()) subscriber?.close();
    this.operations.clear();
    this.#gone();
  }

  end(): void {
    this.leave();
  }

  allow(viewer: Viewer): void {
    this.identity = { ...this.identity, viewer };
    for (const { subscriber } of this.operations.values()) if (subscriber) this.tools.operator.reauthorise(subscriber, viewer);
  }

  beat(): void {
    if (!this.blocked) this.response?.write(sse.beat);
  }

  leave(): void {
    if (this.response) this.response.destroy();
    else this.close();
  }
}

/**
 * The "single connection mode" of graphql-sse at `/graphql/stream`: PUT reserves a stream, GET opens it, POST adds an operation, DELETE ends one. Whoever
 * knows a stream's token may use it with the same identity alone. Needs `identify` and `readJson` before it.
 */
export function singleStreamRoutes(tools: StreamTools & { clock: Clock; operationsPerStream: number }): Router {
  const { operator, connections, clock, log, operationsPerStream } = tools;
  const streams = new Map<string, SingleStream>();
  const router = Router();

  const own = (response: Response, token: string | undefined): SingleStream | undefined => {
    const stream = streams.get(token ?? '');
    const { viewer } = exchangeOf(response).identity;
    if (!stream) return undefined;
    const { viewer: owner } = stream.identity;
    if (owner.kind === 'anonymous' || viewer.kind === 'anonymous') return owner.kind === viewer.kind ? stream : undefined;
    return owner.id === viewer.id && owner.tenant === viewer.tenant ? stream : undefined;
  };
  const unknown = (response: Response) =>
    refuseAsGraphql(response, { status: 404, code: 'NOT_FOUND', message: 'There is no such stream. Reserve one by PUT.' });

  router.use((_request, response, next) => (connections.closing ? comeAgain(response) : next()));
  router.put('/', (_request, response) => {
    const now = clock().getTime();
    if (streams.size >= MAX_RESERVED)
      for (const [token, one] of streams) if (!one.response && now - one.reservedAt > RESERVED_MS) streams.delete(token);
    const { identity } = exchangeOf(response);
    if (!connections.hasRoom(identity.viewer) || streams.size >= MAX_RESERVED) return tooMany(response);
    const token = randomUUID();
    streams.set(token, new SingleStream(identity, tools, now, () => streams.delete(token)));
    response.status(201).type('text/plain').send(token);
  });

  router.get('/', (request, response, next) => {
    const token = request.get(TOKEN_HEADER) ?? (typeof request.query['token'] === 'string' ? request.query['token'] : undefined);
    if (token === undefined) return next();
    const stream = own(response, token);
    if (!stream) return unknown(response);
    if (stream.response) return refuseAsGraphql(response, { status: 409, code: 'CONFLICT', message: 'The stream is open already.' });
    if (!connections.add(stream)) return tooMany(response);
    stream.open(response);
  });

  router.post('/', async (request, response, next) => {
    const token = request.get(TOKEN_HEADER);
    if (token === undefined) return next();
    const stream = own(response, token);
    if (!stream) return unknown(response);
    const asked = readRequest(request);
    const id = 'fault' in asked ? undefined : (asked.extensions as { operationId?: unknown } | undefined)?.operationId;
    if ('fault' in asked || typeof id !== 'string' || id === '') {
      const message = 'fault' in asked ? asked.fault : 'The operation needs an id: "extensions.operationId".';
      return refuseAsGraphql(response, { status: 400, code: 'BAD_REQUEST', message });
    }
    if (!stream.response) return refuseAsGraphql(response, { status: 409, code: 'CONFLICT', message: 'Open the stream by GET first.' });
    if (stream.operations.has(id))
      return refuseAsGraphql(response, { status: 409, code: 'CONFLICT', message: 'An operation of that id runs already.' });
    if (stream.operations.size >= operationsPerStream) return tooMany(response);
    const slot: Slot = {
      subscriber: undefined,
      send: (message: Message) =>
        stream.write(`event: next\n${idOf(message)}data: {"id":${JSON.stringify(id)},"payload":${message.payload.toString()}}\n\n`),
      end: (ending) => stream.finish(id, ending),
    };
    stream.operations.set(id, slot);
    try {
      const begun = await operator.begin(asked, stream.identity.viewer, slot);
      response.status(202).end();
      if ('subscriber' in begun) {
        slot.subscriber = begun.subscriber;
        if (stream.operations.get(id) !== slot) begun.subscriber.close();
        return;
      }
      stream.say('next', id, await begun.answer);
      stream.say('complete', id);
      stream.operations.delete(id);
    } catch (error) {
      stream.operations.delete(id);
      if (error instanceof LogUnavailable) return comeAgain(response);
      if (!response.headersSent) response.status(statusOf(error)).json({ errors: errorsOf(error, log) });
    }
  });

  router.delete('/', (request, response) => {
    const stream = own(response, request.get(TOKEN_HEADER));
    if (!stream) return unknown(response);
    const id = String(request.query['operationId']);
    const slot = stream.operations.get(id);
    stream.operations.delete(id);
    slot?.subscriber?.close();
    if (slot) stream.say('complete', id);
    response.status(200).end();
  });
  return router;
}
