import type { Port } from './port.ts';
import type { About, Topic } from './topic.ts';

/** Questions between services, and news that nobody keeps. Three twins: in one process, through another process, NATS. */
export interface Rpc extends AsyncDisposable {
  serve<Input, Output>(port: Port<Input, Output>, answer: (input: Input, signal: AbortSignal) => Promise<Output>): Promise<AsyncDisposable>;
  /**
   * Asks. Throws the answering service's `ServiceError` as it was thrown there, SERVICE_UNAVAILABLE when none answers within
   * `timeoutMs` (default 5,000).
   */
  call<Input, Output>(port: Port<Input, Output>, input: Input, options?: { timeoutMs?: number; signal?: AbortSignal }): Promise<Output>;
  /**
   * Tells whoever listens now. Resolves when they have heard it (on NATS: when the broker has it), so that the teller keeps to their pace. Rejects
   * only when the message breaks the topic.
   */
  tell<Message>(topic: Topic<Message>, about: About, message: Message): Promise<void>;
  /** Hears every message about it, in order, from when this resolves. One that breaks the topic is passed over. */
  listen<Message>(topic: Topic<Message>, about: About, hear: (message: Message) => void | Promise<void>): Promise<AsyncDisposable>;
}

export const DEFAULT_TIMEOUT_MS = 5_000;
