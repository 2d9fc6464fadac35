import type { Port } from './port.ts';

/** Questions between services. Two twins: in-process and NATS request/reply. */
export interface Rpc extends AsyncDisposable {
  serve<Input, Output>(port: Port<Input, Output>, answer: (input: Input, signal: AbortSignal) => Promise<Output>): Promise<AsyncDisposable>;
  /**
   * Asks. Throws the answering service's `ServiceError` as it was thrown there, SERVICE_UNAVAILABLE when none answers within
   * `timeoutMs` (default 5,000).
   */
  call<Input, Output>(port: Port<Input, Output>, input: Input, options?: { timeoutMs?: number; signal?: AbortSignal }): Promise<Output>;
}

export const DEFAULT_TIMEOUT_MS = 5_000;
