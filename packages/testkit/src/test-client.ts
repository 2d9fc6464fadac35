import { createClient } from 'graphql-ws';
import assert from 'node:assert/strict';
import { WebSocket } from 'ws';

export interface TestClient {
  tenant: string;
  userId: string;
  token: string;
  /** POST /graphql. */
  query(query: string, variables?: Record<string, unknown>): Promise<{ status: number; data: any; errors: any[] }>;
  /** `query`, and the answer must carry no error. */
  queryOk(query: string, variables?: Record<string, unknown>): Promise<any>;
  /** A subscription over graphql-transport-ws. Resolves once the server has taken it, so that nothing submitted later is missed. */
  subscribe(query: string, variables?: Record<string, unknown>): Promise<AsyncIterableIterator<any> & AsyncDisposable>;
}

export function createTestClient(options: { url: string; tenant: string; userId: string; token: string }): TestClient {
  const { url, tenant, userId, token } = options;
  const query: TestClient['query'] = async (document, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: document, variables }),
    });
    const { data, errors = [] } = (await response.json()) as { data: any; errors?: any[] };
    return { status: response.status, data, errors };
  };
  return {
    tenant,
    userId,
    token,
    query,
    queryOk: async (document, variables) => {
      const { data, errors } = await query(document, variables);
      assert.deepEqual(errors, []);
      return data;
    },
    subscribe: async (document, variables = {}) => {
      const client = createClient({
        url: `${url.replace(/^http/, 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
      const stream = client.iterate({ query: document, variables });
      await new Promise<void>((resolve) => client.on('connected', () => resolve()));
      // The socket keeps order: when this question has its answer, the subscription sent before it is in place.
      await client.iterate({ query: '{ __typename }' }).next();
      return Object.assign(stream, {
        [Symbol.asyncDispose]: async () => {
          await stream.return?.();
          await client.dispose();
        },
      }) as never;
    },
  };
}
