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

/** A client of the platform that runs on this data directory, for the commands of a second shell. */
export async function openOperatorClient(dataDir: string): Promise<OperatorClient> {
  let operator: Operator = await readOperator(dataDir);
  const socket = createClient({
    url: `${operator.url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ authorization: `Bearer ${(await readOperator(dataDir)).token}` }),
  });

  async function post(query: string, variables: Record<string, unknown>): Promise<Response> {
    try {
      return await fetch(`${operator.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${operator.token}` },
        body: JSON.stringify({ query, variables }),
      });
    } catch (error) {
      throw new ConfigError(`The platform at ${operator.url} does not answer. Is "npm start" still running?`, { cause: error });
    }
  }

  return {
    url: operator.url,
    request: async <Data>(query: string, variables: Record<string, unknown> = {}) => {
      let response = await post(query, variables);
      if (response.status === 401) {
        operator = await readOperator(dataDir); // the token is renewed there every few minutes
        response = await post(query, variables);
      }
      const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string; extensions?: { code?: never } }[] };
      const [first] = errors ?? [];
      if (first) throw new ServiceError(first.extensions?.code ?? 'SERVICE_UNAVAILABLE', first.message);
      return data;
    },
    subscribe: (query, onData) => {
      socket.subscribe({ query }, { next: ({ data }) => data && onData(data as never), error: () => {}, complete: () => {} });
    },
    [Symbol.asyncDispose]: async () => void (await socket.dispose()),
  };
}
