import { createInterface } from 'node:readline';
import type { Socket } from 'node:net';

/** Answers one method. `signal` is aborted when the asker gives up, with the asker's reason. */
export type Method = (input: any, signal: AbortSignal) => unknown;
export type Methods = Readonly<Record<string, Method>>;

/** An error as it crosses the link: enough to be told apart at the other end. */
interface SentError {
  name: string;
  message: string;
  more: Record<string, unknown>;
}

type Frame =
  | { kind: 'ask'; id: number; method: string; input: unknown }
  | { kind: 'answer'; id: number; value?: unknown; error?: SentError }
  | { kind: 'abort'; id: number; error: SentError };

/** Two processes that ask each other questions over one socket: a line of JSON a frame. */
export interface Link {
  /** Rejects with the other end's error (its name and own fields are kept), or a `LinkClosed`. */
  ask<Value>(method: string, input: unknown, signal?: AbortSignal): Promise<Value>;
  readonly closed: Promise<void>;
  close(): void;
}

/** The other process has gone. */
export class LinkClosed extends Error {
  override name = 'LinkClosed';
}

export function createLink(socket: Socket, methods: Methods): Link {
  const asked = new Map<number, PromiseWithResolvers<any>>();
  const answering = new Map<number, AbortController>();
  const closed = Promise.withResolvers<void>();
  let lastId = 0;
  let over = false;
  const send = (frame: Frame) => void (over || socket.write(`${JSON.stringify(frame)}\n`));

  async function answer({ id, method, input }: Extract<Frame, { kind: 'ask' }>): Promise<void> {
    const abort = new AbortController();
    answering.set(id, abort);
    try {
      send({ kind: 'answer', id, value: await methods[method]!(input, abort.signal) });
    } catch (error) {
      send({ kind: 'answer', id, error: pack(error as Error) });
    } finally {
      answering.delete(id);
    }
  }

  function receive(frame: Frame): void {
    if (frame.kind === 'ask') return void answer(frame);
    if (frame.kind === 'abort') return answering.get(frame.id)?.abort(unpack(frame.error));
    const { resolve, reject } = asked.get(frame.id) ?? {};
    asked.delete(frame.id);
    if (frame.error) reject?.(unpack(frame.error));
    else resolve?.(frame.value);
  }

  function end(): void {
    if (over) return;
    over = true;
    const error = new LinkClosed('The other process has gone.');
    closed.resolve();
    for (const { reject } of asked.values()) reject(error);
    for (const abort of answering.values()) abort.abort(error);
    asked.clear();
  }

  socket.setNoDelay(true).on('error', () => socket.destroy());
  socket.once('close', end);
  createInterface({ input: socket, crlfDelay: Infinity }).on('line', (line) => receive(JSON.parse(line) as Frame));

  return {
    ask: (method, input, signal) => {
      if (over) return Promise.reject(new LinkClosed('The other process has gone.'));
      const id = ++lastId;
      const answered = Promise.withResolvers<any>();
      asked.set(id, answered);
      send({ kind: 'ask', id, method, input });
      const abort = () => send({ kind: 'abort', id, error: pack(signal!.reason as Error) });
      if (signal?.aborted) abort();
      signal?.addEventListener('abort', abort, { once: true });
      return answered.promise.finally(() => signal?.removeEventListener('abort', abort));
    },
    closed: closed.promise,
    close: () => void socket.end(),
  };
}

function pack(error: Error): SentError {
  const { name = 'Error', message = String(error), ...own } = error ?? {};
  return { name, message, more: JSON.parse(JSON.stringify(own, (key, value) => (['cause', 'stack'].includes(key) ? undefined : value))) };
}

function unpack({ name, message, more }: SentError): Error {
  return Object.assign(new Error(message), more, { name });
}
