import { isTracing } from '@customerai/telemetry';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { AccessTokens, Identity } from '../auth/access-tokens.ts';
import { traceIdOf } from '../trace.ts';
import type { RequestWatch } from '../telemetry/watch-requests.ts';
import { originHeaders } from './allow-origins.ts';
import { type PlainHead, readPlainHead } from './plain-head.ts';
import { type Answer, type Asked, QUICK_HEADERS, type QuickAnswers } from './quick-answers.ts';

const HEAD_END = '\r\n\r\n';
const HEADERS = Object.entries(QUICK_HEADERS)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join('');

export interface QuickDoor {
  /** Requests under way here. */
  readonly underWay: number;
  /** Closes the connections that wait for a request. */
  closeIdle(): void;
}

/**
 * Looks at connections before Node's HTTP server does: a request that arrives in one piece, in its plainest form and for an operation that was found valid
 * before, is answered at a third of what that server costs. One of the same form for another operation, or by somebody who is refused, passes through the
 * server on a connection made for it. With the first request of any other form the connection becomes the server's, for good, as if nobody had looked.
 * `open`: whether new requests are welcome; where they are not, the server says so.
 */
export function openQuickDoor(
  http: Server,
  options: {
    answers: QuickAnswers;
    tokens: AccessTokens;
    maxBytes: number;
    allowedOrigins: ReadonlySet<string>;
    watch: RequestWatch | undefined;
    keepAliveMs: number;
    open(): boolean;
  },
): QuickDoor {
  const { answers, tokens, maxBytes, allowedOrigins, watch, keepAliveMs, open } = options;
  const idle = new Set<Socket>();
  const kept = `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(keepAliveMs / 1000)}${HEAD_END}`;
  let underWay = 0;

  const [serve] = http.listeners('connection') as [(socket: Socket) => void];
  http.off('connection', serve);
  http.on('connection', (socket) => (isTracing() ? serve.call(http, socket) : receive(socket)));
  const passages = new WeakMap<Duplex, () => void>();
  http.prependListener('request', ({ socket }, response) => {
    const done = passages.get(socket);
    if (done) response.once('close', done);
  });

  function receive(socket: Socket): void {
    let before: { text: string; head: PlainHead | undefined } | undefined; // heads of one connection are alike
    let busy = false;
    let ended = false;
    let identified: { authorization: string | undefined; identity: Identity | undefined } | undefined; // who asks in what was held

    const onData = (data: Buffer): void => {
      // No request is read while another one is answered, or while the client does not take the answers that it has.
      if (busy || socket.writableNeedDrain) return hold(data);
      const plain = open() ? read(data) : undefined;
      if (!plain) return leave(data);
      const asked = answers.read(plain.body);
      if (!asked) return pass(data);
      const { authorization } = plain.head;
      const told = identified?.authorization === authorization ? identified : undefined;
      identified = undefined;
      const identity = told ? told.identity : tokens.known(authorization);
      if (!identity && !told) return void identify(authorization, data);
      if (identity && answers.permits(asked, identity.viewer)) void answer(plain.head, asked, identity.viewer);
      else pass(data);
    };
    const goOn = (): void => {
      if (!busy && socket.isPaused()) socket.resume();
    };
    const onEnd = (): void => {
      ended = true;
      if (!busy) socket.end();
    };
    const onTimeout = (): void => {
      if (!busy && socket.writableLength === 0) socket.destroy();
    };
    const onError = (): void => {}; // it closes by itself
    const onClose = (): void => void idle.delete(socket);

    /** A whole request in its plainest form, and no more than that. */
    function read(data: Buffer): { head: PlainHead; body: string } | undefined {
      const text = data.toString('latin1');
      const end = text.indexOf(HEAD_END);
      if (end < 0) return undefined;
      const start = end + HEAD_END.length;
      const lines = text.slice(0, end + 2);
      if (before?.text !== lines) before = { text: lines, head: readPlainHead(lines) };
      const { head } = before;
      if (!head || head.length === 0 || head.length > maxBytes || data.length !== start + head.length) return undefined;
      return { head, body: text.slice(start) };
    }

    /** What comes is read later. It is given back at once: whoever has said that nothing more follows could not be answered by the server otherwise. */
    function hold(data: Buffer): void {
      socket.pause();
      socket.unshift(data);
    }

    async function identify(authorization: string | undefined, data: Buffer): Promise<void> {
      hold(data);
      begin();
      const identity = await tokens.identify(authorization).catch(() => undefined);
      finish();
      if (socket.destroyed) return;
      identified = { authorization, identity };
      socket.resume();
    }

    async function answer(head: PlainHead, asked: Asked, viewer: Parameters<QuickAnswers['permits']>[1]): Promise<void> {
      begin();
      const start = watch && performance.now();
      const traceId = traceIdOf(head.traceparent);
      const made = await answers.run(asked, { viewer, traceId });
      // At the end of the turn (decision 10, "One wake for many writes").
      setImmediate(() => {
        finish();
        if (!socket.destroyed) write(made, traceId, head.origin);
        made.body = '';
        watch?.answered('/graphql', socket.destroyed ? undefined : made.status, performance.now() - start!);
        if (socket.destroyed) return;
        if (ended) socket.end();
        else goOn();
      });
    }

    /** Lets the server answer this one request. */
    function pass(data: Buffer): void {
      begin();
      underWay--; // the server's
      let answered = false;
      const passage = new Duplex({
        read: () => {},
        write: (chunk: Buffer, _encoding, done) => {
          if (socket.write(chunk)) done();
          else socket.once('drain', done);
        },
      });
      const abandon = () => passage.destroy();
      socket.once('close', abandon);
      passages.set(passage, () => {
        answered = !passage.destroyed && !passage.writableEnded; // or the server has ended the connection
        passage.destroy();
      });
      passage
        .on('error', () => {})
        .once('close', () => {
          socket.off('close', abandon);
          underWay++;
          finish();
          if (socket.destroyed) return;
          if (!answered) socket.destroySoon();
          else if (ended) socket.end();
          else goOn();
        });
      passage.push(data);
      serve.call(http, passage as never);
    }

    function write({ status, body, encoding, length }: Answer, traceId: string, origin: string | undefined): void {
      const first = status === 200 ? 'HTTP/1.1 200 OK\r\n' : 'HTTP/1.1 500 Internal Server Error\r\n';
      const head = `${first}${originLines(origin)}${HEADERS}x-trace-id: ${traceId}\r\ncontent-length: ${length}\r\nDate: ${dateNow()}\r\n${kept}`;
      if (typeof body === 'string') socket.write(head + body, encoding);
      else {
        socket.cork();
        socket.write(head, 'latin1');
        socket.write(body);
        socket.uncork();
      }
    }

    function begin(): void {
      busy = true;
      underWay++;
      idle.delete(socket);
    }
    function finish(): void {
      busy = false;
      underWay--;
      if (!socket.destroyed) idle.add(socket);
    }

    /** The connection is the server's from here on. */
    function leave(data: Buffer): void {
      socket.off('data', onData).off('drain', goOn).off('end', onEnd).off('timeout', onTimeout).off('error', onError).off('close', onClose);
      socket.setTimeout(0);
      idle.delete(socket);
      socket.pause();
      socket.unshift(data);
      serve.call(http, socket);
      socket.resume();
    }

    idle.add(socket);
    socket.on('data', onData).on('drain', goOn).on('end', onEnd).on('timeout', onTimeout).on('error', onError).on('close', onClose);
    socket.setTimeout(keepAliveMs);
  }

  const originLines = (origin: string | undefined): string =>
    allowedOrigins.size === 0
      ? ''
      : Object.entries(originHeaders(allowedOrigins, origin))
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('');

  return {
    get underWay() {
      return underWay;
    },
    closeIdle: () => {
      for (const socket of idle) {
        if (socket.writableLength === 0) socket.destroy();
        else socket.end(); // what it was answered goes out first
      }
    },
  };
}

let date = '';
let dateOf = 0;

/** The time of an answer (RFC 9110), written once a second. */
function dateNow(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== dateOf) {
    dateOf = second;
    date = new Date().toUTCString();
  }
  return date;
}
