import { anonymous, type KnownViewer, newId, type Subgraph, type Viewer } from '@customerai/service';
import assert from 'node:assert/strict';

/** A new tenant's name: each test takes its own, so that no test sees another's data. */
export const newTenant = (): string => `tenant-${newId()}`;

export const viewer = (tenant: string, scopes: readonly string[], id = 'user-1'): KnownViewer => ({ kind: 'user', id, tenant, scopes });

export interface Answer<Data = any> {
  data: Data;
  errors: { message: string; code: string; path: string; extensions: Record<string, any> }[];
}

/** Asks a subgraph through its real door (validation, guards, resolvers, masks), without a socket. */
export async function ask(subgraph: Subgraph, query: string, variables: Record<string, unknown> = {}, asker: Viewer = anonymous): Promise<Answer> {
  const result = await subgraph.execute({ query, variables }, { viewer: asker, traceId: '0'.repeat(32) });
  const plain = JSON.parse(JSON.stringify(result)) as { data?: any; errors?: any[] };
  const errors = (plain.errors ?? []).map(({ message, path, extensions = {} }) => ({
    message,
    code: extensions.code,
    path: (path ?? []).join('.'),
    extensions,
  }));
  return { data: plain.data, errors };
}

/** `ask`, and the answer must carry no error. */
export async function askOk(subgraph: Subgraph, query: string, variables?: Record<string, unknown>, asker?: Viewer): Promise<any> {
  const { data, errors } = await ask(subgraph, query, variables, asker);
  assert.deepEqual(errors, []);
  return data;
}

/** Fetches one entity the way the gateway does. */
export async function entity(
  subgraph: Subgraph,
  representation: { __typename: string } & Record<string, unknown>,
  fields: string,
  asker: Viewer,
): Promise<Answer> {
  const query = `query($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${representation.__typename} { ${fields} } } }`;
  const answer = await ask(subgraph, query, { representations: [representation] }, asker);
  return { ...answer, data: answer.data?._entities?.[0] };
}
