import { composeServices } from '@apollo/composition';
import {
  authCursorKey,
  authKeys,
  createInProcessRpc,
  createLogger,
  createSubgraph,
  type JWK,
  newId,
  notFound,
  type Parts,
  ServiceError,
  type Subgraph,
} from '@customerai/service';
import { openBus } from '@customerai/events';
import { createTestClock, type TestParts } from '@customerai/testkit';
import { parse } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Gateway, startGateway } from '../src/start.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@authenticated", "@shareable", "@external", "@requires"])`;

const peopleSchema = `${link}
scalar DateTime
  type Query {
    hello(name: String = "world"): String
    me: Person @authenticated
    person(id: ID!): Person @requiresScopes(scopes: [["people:read"]])
    people: [Person!]! @requiresScopes(scopes: [["people:read"], ["people:admin", "audit:read"]])
    named: [Named!]!
    ghost: Person
    whoAsks: String
    refuses: String
    crashes: String
    later(at: DateTime!): DateTime
    bornBefore(year: Int!, colour: Colour = RED): [String!]!
  }
  type Mutation {
    rename(id: ID!, name: String!): Person! @requiresScopes(scopes: [["people:write"]])
  }
  enum Colour { RED GREEN }
  interface Named { name: String! }
  type Person implements Named @key(fields: "id") {
    id: ID!
    name: String!
    salary: Int @requiresScopes(scopes: [["people:salaries"]])
    friends: [Person!]!
  }
`;

const ordersSchema = `${link}
scalar DateTime
  type Person @key(fields: "id") {
    id: ID!
    orders: [Order!]
    credit: Int!
  }
  type Order @key(fields: "id") { id: ID! total: Int! placedAt: DateTime! }
`;

const known: Record<string, { id: string; name: string; salary: number }> = {
  ada: { id: 'ada', name: 'Ada', salary: 100 },
  bob: { id: 'bob', name: 'Bob', salary: 90 },
};
const isKnown = (id: string) => (known[id] ? known[id] : null);

export const peopleResolvers = {
  Query: {
    hello: (_: unknown, { name }: { name: string }) => `Hello ${name}`,
    me: (_: unknown, __: unknown, { viewer }: any) => ({ ...known['ada'], name: `${viewer.id} of ${viewer.tenant}` }),
    person: (_: unknown, { id }: { id: string }) => isKnown(id),
    people: () => [...Object.values(known), { id: 'ghost', name: 'Ghost', salary: 0 }],
    ghost: () => ({ id: 'ghost', name: 'Ghost', salary: 0 }),
    named: () => Object.values(known).map((person) => ({ __typename: 'Person', ...person })),
    whoAsks: (_: unknown, __: unknown, { viewer, traceId }: any) => `${viewer.kind} ${traceId}`,
    refuses: () => {
      throw new ServiceError('CONFLICT', 'That is taken already.', { argument: 'name', holder: 'somebody' });
    },
    crashes: () => {
      throw new Error('password of database is hunter2');
    },
    later: (_: unknown, { at }: { at: Date }) => new Date(at.getTime() + 1000),
    bornBefore: () => [],
  },
  Mutation: {
    rename: (_: unknown, { id, name }: { id: string; name: string }) => {
      if (!known[id]) throw notFound('person', id);
      return { ...known[id], name };
    },
  },
  Person: {
    __resolveReference: ({ id }: { id: string }) => isKnown(id),
    friends: () => Object.values(known),
  },
};

export const ordersResolvers = {
  Person: {
    __resolveReference: ({ id }: { id: string }) => (id === 'ghost' ? null : { id }),
    orders: ({ id }: { id: string }) => [{ id: `order-of-${id}`, total: 7, placedAt: new Date('2026-01-02T03:04:05Z') }],
    credit: ({ id }: { id: string }) => {
      if (id === 'bob') throw new ServiceError('NOT_FOUND', 'Bob has no credit.', { reason: 'none' });
      return 5;
    },
  },
};

/** The key that the auth service would share. */
export const CURSOR_KEY = Buffer.alloc(32, 7).toString('base64url');

export interface Key {
  public: JWK;
  private: JWK;
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

/** A signing key, and access tokens by it. `exp` and `iat` come from the claims. */
export async function createKey(kid: string = newId()): Promise<Key> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  return {
    public: { ...(await exportJWK(pair.publicKey)), kid, alg: 'EdDSA' },
    private: { ...(await exportJWK(pair.privateKey)), kid },
    sign: (claims, header = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header }).sign(pair.privateKey),
  };
}

export type GatewayTestParts = Pick<TestParts, 'bus' | 'rpc' | 'clock' | 'log'> & AsyncDisposable;

/** The test kit's parts without the store, which a gateway has none of. */
export async function openGatewayParts(): Promise<GatewayTestParts> {
  const stack = new AsyncDisposableStack();
  const bus = stack.use(await openBus('embedded:'));
  const rpc = stack.use(createInProcessRpc());
  const log = createLogger({ service: 'test', level: process.env['LOG_LEVEL'] ?? 'silent' });
  return { bus, rpc, log, clock: createTestClock(), [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

export interface World extends AsyncDisposable {
  parts: GatewayTestParts;
  gateway: Gateway;
  key: Key;
  supergraphSdl: string;
  /** For a second gateway over the same subgraphs. */
  targets: Parameters<typeof startGateway>[1]['subgraphs'];
  /** An access token; `exp` is in seconds from the test clock's now. */
  token(options?: { tenant?: string; scopes?: readonly string[]; id?: string; lasts?: number; claims?: Record<string, unknown> }): Promise<string>;
  post(query: string, options?: PostOptions): Promise<{ status: number; headers: Headers; data: any; errors: any[] }>;
}

export interface PostOptions {
  variables?: Record<string, unknown>;
  token?: string;
  headers?: Record<string, string>;
  operationName?: string;
}

/** The wrapping lets a test count and break what a subgraph does. */
export type Wrap = (subgraph: Subgraph) => Subgraph | { url: string } | Promise<Subgraph | { url: string }>;

export interface WorldOptions {
  env?: Record<string, string>;
  extra?: { name: string; typeDefs: string; resolvers: Record<string, any> }[];
  wrap?: Wrap;
  events?: boolean;
}

/** Two small subgraphs of people and their orders (and what a test adds), composed, behind a gateway on a free port. */
export async function startWorld({ env = {}, extra = [], wrap = (subgraph) => subgraph, events = false }: WorldOptions = {}): Promise<World> {
  await using stack = new AsyncDisposableStack();
  const parts = stack.use(await openGatewayParts());
  const key = await createKey();
  stack.use(await parts.rpc.serve(authCursorKey, async () => ({ key: CURSOR_KEY })));
  stack.use(await parts.rpc.serve(authKeys, async () => ({ keys: [key.public] })));

  const services = [
    { name: 'people', typeDefs: peopleSchema, resolvers: peopleResolvers },
    { name: 'orders', typeDefs: ordersSchema, resolvers: ordersResolvers },
    ...extra,
  ];
  const virtual = events ? [{ name: 'events', typeDefs: readFileSync(new URL('../src/subscribe/events.graphql', import.meta.url), 'utf8') }] : [];
  const supergraphSdl = composeSdl([...services, ...virtual]);
  const subgraphs = await Promise.all(services.map((service) => startSubgraph(service, parts, stack)));
  const targets = Object.fromEntries(await Promise.all(subgraphs.map(async (subgraph) => [subgraph.name, await wrap(subgraph)] as const)));
  const gateway = stack.use(await startGateway({ PORT: '0', ...env }, { ...parts, supergraphSdl, subgraphs: targets }));

  const token: World['token'] = ({ tenant = 'acme', scopes = [], id = 'ada', lasts = 300, claims = {} } = {}) => {
    const now = Math.floor(parts.clock().getTime() / 1000);
    return key.sign({
      iss: 'customerai',
      aud: 'customerai',
      sub: id,
      tenant,
      scope: scopes.join(' '),
      kind: 'user',
      jti: newId(),
      iat: now,
      exp: now + lasts,
      ...claims,
    });
  };
  const owned = stack.move();
  return {
    parts,
    gateway,
    key,
    supergraphSdl,
    targets,
    token,
    post: (query, options) => post(gateway.url, query, options),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export function composeSdl(services: { name: string; typeDefs: string }[]): string {
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, typeDefs }) => ({ name, typeDefs: parse(typeDefs), url: `http://${name}` })),
  );
  return supergraphSdl ?? assert.fail(String(errors));
}

async function startSubgraph(
  service: { name: string; typeDefs: string; resolvers: Record<string, any> },
  parts: Pick<Parts, 'log'>,
  stack: AsyncDisposableStack,
): Promise<Subgraph> {
  const subgraph = await createSubgraph({ ...service, createContext: (caller) => caller, log: parts.log });
  stack.defer(() => subgraph.stop());
  return subgraph;
}

export async function post(url: string, query: string, { variables, token, headers = {}, operationName }: PostOptions = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  });
  const { data, errors = [] } = (await response.json()) as { data?: any; errors?: any[] };
  return { status: response.status, headers: response.headers, data, errors };
}
