import { ConfigError, ServiceError } from '@customerai/service/basics';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Operator, readOperator } from './operator-file.ts';

export interface OperatorClient extends AsyncDisposable {
  url: string;
  /** Throws a `ServiceError` with the platform's own message. */
  request<Data>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  subscribe<Data>(query: string, onData: (data: Data) => void): void;
}

export type Request = OperatorClient['request'];

/** Asks a platform. `read` says where it is and gives a token: before the first request, when the token is over, and after the platform was away. */
export function createRequest(read: () => Promise<Operator>): Request {
  let known: Operator | undefined;

  async function post(query: string, variables: Record<string, unknown>): Promise<Response> {
    const { url, token } = (known ??= await read());
    try {
      return await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
    } catch (error) {
      known = undefined;
      throw new ConfigError(`The platform at ${url} does not answer. Is "npm start" still running?`, { cause: error });
    }
  }

  return async <Data>(query: string, variables: Record<string, unknown> = {}) => {
    let response = await post(query, variables);
    if (response.status === 401) {
      known = undefined; // the token is over
      response = await post(query, variables);
    }
    const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string; extensions?: { code?: never } }[] };
    const [first] = errors ?? [];
    if (first) throw new ServiceError(first.extensions?.code ?? 'SERVICE_UNAVAILABLE', first.message);
    return data;
  };
}

/** A client of the platform that runs on this data directory, for the commands of a second shell. */
export async function openOperatorClient(dataDir: string): Promise<OperatorClient> {
  const { url } = await readOperator(dataDir);
  const socket = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ authorization: `Bearer ${(await readOperator(dataDir)).token}` }),
  });

  return {
    url,
    request: createRequest(() => readOperator(dataDir)),
    subscribe: (query, onData) => {
      socket.subscribe({ query }, { next: ({ data }) => data && onData(data as never), error: () => {}, complete: () => {} });
    },
    [Symbol.asyncDispose]: async () => void (await socket.dispose()),
  };
}
