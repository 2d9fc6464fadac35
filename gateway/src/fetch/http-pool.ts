import { connect, type Socket } from 'node:net';
import { connect as connectTls, createSecureContext } from 'node:tls';
import type { Tls } from '@customerai/service';
import { createAnswerReader, type HttpAnswer } from './read-answer.ts';

const IDLE_MS = 4_000; // Node's servers close an idle connection after 5 s; a service that keeps one longer or shorter says so
const EARLIER_MS = 1_000; // before the service does
const SWEEP_EVERY_MS = 1_000;
const LATE_EVERY_MS = 100; // how often requests under way are looked at: a timer for each costs more than the rest of its keeping
const READ_BYTES = 256 * 1024; // most answers arrive in one piece

export interface HttpPool extends AsyncDisposable {
  /**
   * Sends a POST; `head` is its header lines, each with its end, without host and length. The answer has to be there within the pool's `timeoutMs`, waiting
   * for a connection included. Rejects with a code: ECONNREFUSED, CONNECT_TIMEOUT and POOL_CLOSED say that nothing was sent, ECONNRESET and EPIPE that it may have
   * arrived. Where it took too long the error's name is TimeoutError.
   */
  post(head: string, body: string): Promise<HttpAnswer>;
}

interface Job {
  text: string;
  encoding: 'latin1' | 'utf8';
  resolve(answer: HttpAnswer): void;
  reject(error: Error): void;
  /** When its answer is too late. */
  dueAt: number;
}

interface Connection {
  socket: Socket;
  job: Job | undefined;
  /** When it became idle, and how long it may be. */
  idleSince: number;
  idleMs: number;
}

/**
 * Connections to one service, one request at a time on each: what a gateway needs of HTTP and no more, at half of what a client for everybody costs. A
 * request is one write, and an answer that arrives in one piece is read where it lies. At most `connections` are open; more requests wait for one. That an answer
 * is too late is noticed up to 100 ms after `timeoutMs`.
 */
export function createHttpPool(options: {
  url: string;
  connections: number;
  connectTimeoutMs: number;
  timeoutMs: number;
  tls?: Tls | undefined;
}): HttpPool {
  const { connections: most, connectTimeoutMs, timeoutMs } = options;
  const { protocol, hostname, port, pathname, search, host } = new URL(options.url);
  const secure = protocol === 'https:';
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (secure ? 443 : 80), noDelay: true };
  const start = `POST ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\n`;
  const all = new Set<Connection>();
  const idle: Connection[] = []; // the one that was used last is the last
  const waiting: Job[] = [];
  let looking: NodeJS.Timeout | undefined; // only while something is under way
  let closed: PromiseWithResolvers<void> | undefined;

  let context = options.tls && createSecureContext(options.tls.current());
  // New connections show a renewed certificate; those that are open keep theirs until they close.
  options.tls?.onChange((material) => (context = createSecureContext(material)));
  const name = /^[\d.]+$|:/.test(address.host) ? {} : { servername: address.host };
  const dial = (onRead: (data: Buffer) => void): Socket => {
    if (secure) return connectTls({ ...address, ...name, ...(context ? { secureContext: context } : {}) }).on('data', onRead);
    const callback = (size: number) => {
      onRead(shared.subarray(0, size));
      return true;
    };
    return connect({ ...address, onread: { buffer: shared, callback } });
  };

  function open(job: Job): void {
    const reader = createAnswerReader();
    const socket = dial((data) => {
      try {
        if (!connection.job) throw new Error('The service said something that it was not asked.');
        const answer = reader.take(data);
        if (answer) finish(connection, answer);
      } catch (error) {
        socket.destroy(error as Error);
      }
    });
    const connection: Connection = { socket, job: undefined, idleSince: 0, idleMs: IDLE_MS };
    all.add(connection);
    const tooLong = failure('CONNECT_TIMEOUT', `No connection within ${connectTimeoutMs} ms.`);
    const connecting = setTimeout(() => socket.destroy(tooLong), connectTimeoutMs);
    socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
    socket.on('end', () => {
      const answer = connection.job && reader.end();
      if (answer) finish(connection, answer);
      else socket.destroy();
    });
    socket.on('error', (error) => connection.job?.reject(error));
    socket.on('close', () => {
      clearTimeout(connecting);
      all.delete(connection);
      const place = idle.indexOf(connection);
      if (place >= 0) idle.splice(place, 1);
      connection.job?.reject(failure('ECONNRESET', 'The service closed the connection before it had answered.'));
      next();
    });
    send(connection, job);
  }

  function send(connection: Connection, job: Job): void {
    connection.job = job;
    lookSoon();
    connection.socket.write(job.text, job.encoding);
  }

  /** At the end of the turn (decision 10, "One wake for many writes"). A connection that the service has closed meanwhile is left for another. */
  function sendInTurn(connection: Connection, job: Job): void {
    setImmediate(() => {
      if (connection.socket.writable) send(connection, job);
      else dispatch(job);
    });
  }

  function dispatch(job: Job): void {
    let free = idle.pop();
    while (free && !free.socket.writable) free = idle.pop(); // it is closing
    if (free) sendInTurn(free, job);
    else if (all.size < most) open(job);
    else {
      waiting.push(job);
      lookSoon();
    }
  }

  function finish(connection: Connection, answer: HttpAnswer): void {
    const job = connection.job!;
    connection.job = undefined;
    if (answer.idleMs !== undefined) connection.idleMs = Math.max(answer.idleMs - EARLIER_MS, 0);
    if (!answer.reusable || closed) connection.socket.destroy();
    else {
      const following = waiting.shift();
      if (following) sendInTurn(connection, following);
      else {
        connection.idleSince = performance.now();
        idle.push(connection);
      }
    }
    job.resolve(answer);
  }

  /** A connection has gone: those that wait may open one. */
  function next(): void {
    if (closed && all.size === 0 && waiting.length === 0) closed.resolve();
    if (all.size >= most) return;
    const job = waiting.shift();
    if (job) open(job);
  }

  function lookSoon(): void {
    looking ??= setTimeout(look, LATE_EVERY_MS).unref();
  }

  function look(): void {
    const now = performance.now();
    const late = (job: Job | undefined): job is Job => job !== undefined && now >= job.dueAt;
    for (const job of waiting.filter(late)) {
      waiting.splice(waiting.indexOf(job), 1);
      job.reject(tooLate());
    }
    let busy = waiting.length > 0;
    for (const { job, socket } of all) {
      if (late(job)) {
        job.reject(tooLate());
        socket.destroy();
      } else busy ||= job !== undefined;
    }
    if (busy) looking!.refresh();
    else looking = undefined;
  }
  const tooLate = () => Object.assign(new Error(`No answer came within ${timeoutMs} ms.`), { name: 'TimeoutError' });

  const sweep = setInterval(() => {
    const now = performance.now();
    for (const connection of idle) if (now - connection.idleSince >= connection.idleMs) connection.socket.destroy();
  }, SWEEP_EVERY_MS).unref();

  return {
    post: (head, body) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(failure('POOL_CLOSED', 'The way to the service is closed.'));
        const length = Buffer.byteLength(body);
        const job: Job = {
          encoding: length === body.length ? 'latin1' : 'utf8', // ASCII is quicker to write
          text: `${start}content-length: ${length}\r\n${head}\r\n${body}`,
          dueAt: performance.now() + timeoutMs,
          resolve,
          reject,
        };
        dispatch(job);
      }),
    [Symbol.asyncDispose]: async () => {
      closed ??= Promise.withResolvers();
      clearInterval(sweep);
      for (const connection of idle) connection.socket.destroy();
      next();
      await closed.promise;
    },
  };
}

/** What arrives is read at once, so that all connections can share the place where it is put. */
const shared = Buffer.allocUnsafeSlow(READ_BYTES);

const failure = (code: string, message: string): Error => Object.assign(new Error(message), { code });
