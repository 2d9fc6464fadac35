import { isTracing } from '@customerai/telemetry';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
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

interface Ready {
  head: PlainHead;
  asked: Asked;
}

/**
 * Looks at connections before Node's HTTP server does: a request that arrives in one piece, in its plainest form and for an operation that was found valid
 * before, is answered at a third of what that server costs. With the first other request the connection becomes the server's, for good, as if nobody had
 * looked: it reads the request itself. `open`: whether new requests are welcome; where they are not, the server says so.
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

  function receive(socket: Socket): void {
    let before: { text: string; head: PlainHead | undefined } | undefined; // heads of one connection are alike
    let busy = false;
    let ended = false;
    let identified: { authorization: string | undefined; identity: Identity } | undefined; // who asks in what was held

    const onData = (data: Buffer): void => {
      // No request is read while another one is answered, or while the client does not take the answers that it has.
      if (busy || socket.writableNeedDrain) return hold(data);
      const ready = read(data);
      if (!ready) return leave(data);
      const { authorization } = ready.head;
      const identity = identified && identified.authorization === authorization ? identified.identity : tokens.known(authorization);
      identified = undefined;
      if (!identity) return void identify(authorization, data);
      if (answers.permits(ready.asked, identity.viewer)) void answer(ready, identity.viewer);
      else leave(data);
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

    function read(data: Buffer): Ready | undefined {
      if (!open()) return undefined;
      const text = data.toString('latin1');
      const end = text.indexOf(HEAD_END);
      if (end < 0) return undefined;
      const start = end + HEAD_END.length;
      const lines = text.slice(0, end + 2);
      if (before?.text !== lines) before = { text: lines, head: readPlainHead(lines) };
      const { head } = before;
      if (!head || head.length === 0 || head.length > maxBytes || data.length !== start + head.length) return undefined;
      const asked = answers.read(text.slice(start));
      return asked && { head, asked };
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
      if (!identity) return leave();
      identified = { authorization, identity };
      socket.resume();
    }

    async function answer({ head, asked }: Ready, viewer: Parameters<QuickAnswers['permits']>[1]): Promise<void> {
      begin();
      const start = watch && performance.now();
      const traceId = traceIdOf(head.traceparent);
      const made = await answers.run(asked, { viewer, traceId });
      finish();
      if (!socket.destroyed) write(made, traceId, head.origin);
      watch?.answered('/graphql', socket.destroyed ? undefined : made.status, performance.now() - start!);
      if (socket.destroyed) return;
      if (ended) socket.end();
      else goOn();
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
    function leave(data?: Buffer): void {
      socket.off('data', onData).off('drain', goOn).off('end', onEnd).off('timeout', onTimeout).off('error', onError).off('close', onClose);
      socket.setTimeout(0);
      idle.delete(socket);
      socket.pause();
      if (data) socket.unshift(data);
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
