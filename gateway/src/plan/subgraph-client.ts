import type { Viewer } from '@customerai/service';

/** Who a request to a subgraph is made for. */
export interface Caller {
  viewer: Viewer;
  /** 32 hex digits, the trace id of W3C Trace Context. */
  traceId: string;
}

export interface SubgraphAnswer {
  data?: Record<string, any> | null;
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[];
}

export interface SubgraphRequest {
  query: string;
  variables: Record<string, unknown>;
  /** Query and variables as JSON, where that is there already. */
  body?: string;
}

/** The way to one subgraph. Rejects when no GraphQL answer comes back; the caller makes that an error at the fields that asked. */
export interface SubgraphClient extends AsyncDisposable {
  send(request: SubgraphRequest, caller: Caller): Promise<SubgraphAnswer>;
}
