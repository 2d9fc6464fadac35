import { randomBytes } from 'node:crypto';
import type { Bytes } from '../bson/codec.ts';
import { CommandError } from '../errors.ts';

const FIRST_BATCH = 101;
const BATCH_BYTES = 16 * 1024 * 1024;
/** A cursor nobody reads is closed after this long, as MongoDB does. */
export const CURSOR_IDLE_MS = 10 * 60 * 1000;

interface Cursor {
  namespace: string;
  documents: Iterator<Bytes>;
  next: IteratorResult<Bytes>;
  usedAt: number;
  session: string | undefined;
  keep: boolean;
}

export interface Batch {
  documents: Bytes[];
  id: bigint;
  namespace: string;
}
export interface OpenOptions {
  namespace: string;
  batchSize?: number | undefined;
  singleBatch?: boolean;
  session?: string | undefined;
  keep?: boolean;
}

/** Open cursors of all connections: a cursor belongs to the server, not to the socket that opened it. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#open.size;
  }

  /** The first batch; a cursor is kept only when there is more. */
  start(documents: Iterable<Bytes>, options: OpenOptions): Batch {
    const iterator = documents[Symbol.iterator]();
    const cursor: Cursor = {
      namespace: options.namespace,
      documents: iterator,
      next: iterator.next(),
      usedAt: this.#now(),
      session: options.session,
      keep: options.keep ?? false,
    };
    const batch = this.#take(cursor, options.batchSize ?? FIRST_BATCH);
    if (cursor.next.done || options.singleBatch) {
      iterator.return?.();
      return { documents: batch, id: 0n, namespace: options.namespace };
    }
    let id = 0n;
    while (id === 0n || this.#open.has(id)) id = randomBytes(8).readBigInt64LE() & 0x7fffffffffffffffn;
    this.#open.set(id, cursor);
    return { documents: batch, id, namespace: options.namespace };
  }

  more(id: bigint, namespace: string, batchSize: number): Batch {
    const cursor = this.#open.get(id);
    if (!cursor) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace)
      throw new CommandError(13, `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`);
    cursor.usedAt = this.#now();
    try {
      const documents = this.#take(cursor, batchSize || Infinity);
      if (cursor.next.done) this.#open.delete(id);
      return { documents, id: cursor.next.done ? 0n : id, namespace };
    } catch (error) {
      this.#open.delete(id);
      throw error;
    }
  }

  kill(id: bigint): boolean {
    this.#open.get(id)?.documents.return?.();
    return this.#open.delete(id);
  }

  killSession(session: string): void {
    for (const [id, cursor] of this.#open) if (cursor.session === session) this.kill(id);
  }

  /** Closes what nobody has read for long. */
  sweep(): void {
    for (const [id, cursor] of this.#open) if (!cursor.keep && this.#now() - cursor.usedAt > CURSOR_IDLE_MS) this.kill(id);
  }

  #take(cursor: Cursor, count: number): Bytes[] {
    const batch: Bytes[] = [];
    let bytes = 0;
    while (!cursor.next.done && batch.length < count) {
      bytes += cursor.next.value.length;
      if (batch.length > 0 && bytes > BATCH_BYTES) break;
      batch.push(cursor.next.value);
      cursor.next = cursor.documents.next();
    }
    return batch;
  }
}
