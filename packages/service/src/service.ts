import type { Env } from './config.ts';
import type { Parts } from './parts.ts';
import type { Subgraph } from './subgraph.ts';

/** A running subgraph service. Disposing stops intake, then handlers, then the relay, then the store. */
export interface Service extends AsyncDisposable {
  subgraph: Subgraph;
  /** Resolves when no change of this service waits to become an event. */
  settle(): Promise<void>;
  /** Copies what this service keeps beside its documents into a directory, as of one moment, while it goes on. Absent: it keeps nothing there. */
  snapshot?(directory: string): Promise<void>;
}

export type StartService = (env: Env, parts: Parts) => Promise<Service>;
