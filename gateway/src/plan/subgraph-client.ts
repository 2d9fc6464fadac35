import type { Viewer } from '@customerai/service';
import type { Wording } from '../execute/parse-reply.ts';

/** Who a request to a subgraph is made for. */
export interface Caller {
  viewer: Viewer;
  /** 32 hex digits, the trace id of W3C Trace Context. */
  traceId: string;
}

export interface SubgraphAnswer {
  data?: Record<string, any> | null;
  wording?: Wording;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

export interface SubgraphRequest {
  query: string;
  variables: Record<string, unknown>;
  /** Query and variables as JSON, where that is there already. */
  body?: string;
}

/** An answer that comes bit by bit. */
export interface StreamedAnswer {
  status: number;
  /** The media type, with its parameters. */
  type: string;
  body: AsyncIterable<Buffer>;
  /** The rest of it as a whole. */
  text(): Promise<string>;
}

/** Sends a subscription and gives what comes back as it comes, for as long as it comes; `signal` ends it. */
export type OpenStream = (
  request: { query: string; variables: Record<string, unknown>; extensions?: Record<string, unknown> },
  caller: Caller,
  options: { accept: string; signal: AbortSignal },
) => Promise<StreamedAnswer>;

/** The way to one subgraph. Rejects when no GraphQL answer comes back; the caller makes that an error at the fields that asked. */
export interface SubgraphClient extends AsyncDisposable {
  send(request: SubgraphRequest, caller: Caller): Promise<SubgraphAnswer>;
  /** Only over HTTP. */
  stream?: OpenStream;
}
