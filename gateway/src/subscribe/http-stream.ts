import type { Viewer } from '@customerai/service';
import type { ServerResponse } from 'node:http';
import type { Identity } from '../auth/access-tokens.ts';
import type { Connection, Connections } from './connections.ts';
import type { HttpFormat } from './http-format.ts';
import type { Message } from './message.ts';
import type { Operator } from './operate.ts';
import type { Ending, Outlet, Subscriber } from './subscriber.ts';

/** One operation that streams over one HTTP answer. */
export class HttpStream implements Outlet, Connection {
  identity: Identity;
  subscriber: Subscriber | undefined = undefined;
  readonly #response: ServerResponse;
  readonly #format: HttpFormat;
  readonly #connections: Connections;
  readonly #operator: Operator;
  readonly #toErrors: (ending: Ending & { kind: 'refused' }) => readonly object[];
  #over = false;

  constructor(options: {
    response: ServerResponse;
    format: HttpFormat;
    identity: Identity;
    connections: Connections;
    operator: Operator;
    toErrors(ending: Ending & { kind: 'refused' }): readonly object[];
  }) {
    this.identity = options.identity;
    this.#response = options.response;
    this.#format = options.format;
    this.#connections = options.connections;
    this.#operator = options.operator;
    this.#toErrors = options.toErrors;
    this.#response.on('close', () => this.#close());
    this.#response.on('drain', () => this.subscriber?.drained());
  }

  begin(cursor: string): void {
    if (this.#response.headersSent || this.#over) return;
    this.#response.writeHead(200, { ...this.#format.headers });
    this.#response.socket?.setNoDelay(true);
    this.#response.write(this.#format.begin(cursor));
  }

  send(message: Message): boolean {
    return this.#over ? false : this.#response.write(this.#format.next(message));
  }

  answer(payload: object): void {
    this.begin('');
    if (!this.#over) this.#response.end(this.#format.answer(payload) + this.#format.complete());
  }

  end(ending: Ending | string): void {
    if (this.#over) return;
    if (typeof ending === 'object' && ending.kind === 'refused') {
      this.begin('');
      this.#response.end(this.#format.fail(this.#toErrors(ending)));
      return;
    }
    if (typeof ending === 'object' && ending.kind === 'complete') {
      this.begin('');
      this.#response.end(this.#format.complete());
      return;
    }
    // Cut off rather than completed: a client takes that for what it is, and comes again with its cursor.
    this.#response.destroy();
  }

  allow(viewer: Viewer): void {
    this.identity = { ...this.identity, viewer };
    if (this.subscriber) this.#operator.reauthorise(this.subscriber, viewer);
  }

  beat(): void {
    if (this.#response.headersSent && !this.#response.writableNeedDrain) this.#response.write(this.#format.beat);
  }

  leave(): void {
    this.#response.destroy();
  }

  get over(): boolean {
    return this.#over;
  }

  #close(): void {
    this.#over = true;
    this.#connections.remove(this);
    this.subscriber?.close();
  }
}
