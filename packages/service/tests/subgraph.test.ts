import { anonymous, type BaseContext, badInput, createSubgraph, type Subgraph } from '@customerai/service';
import { ask, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pino } from 'pino';

const typeDefs = `
extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
scalar DateTime
type Query {
  open: String!
  mine: String @authenticated
  secret: String @requiresScopes(scopes: [["a:read", "b:read"], ["root"]])
  wrong(text: String!): String
  broken: String
  at: DateTime!
}
type Thing @key(fields: "id") { id: ID! secret: String @requiresScopes(scopes: [["a:read"]]) }
`;
let subgraph: Subgraph;
before(async () => {
  subgraph = await createSubgraph<BaseContext>({
    name: 'things',
    typeDefs,
    resolvers: {
      Query: {
        open: () => 'yes',
        mine: (_: unknown, __: unknown, context: BaseContext) => (context.viewer as { id: string }).id,
        secret: () => 's3cret',
        wrong: () => {
          throw badInput('text', 'It is too short.');
        },
        broken: () => {
          throw new Error('mongodb://user:password@host failed');
        },
        at: () => new Date('2026-03-02T09:00:00Z'),
      },
      Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, secret: 'hidden' }) },
    },
    createContext: (caller) => caller,
    log: pino({ level: 'silent' }),
  });
});

test('a field without a directive is open to everybody', async () => {
  assert.equal((await ask(subgraph, '{ open at }')).data.at, '2026-03-02T09:00:00.000Z');
});

test('@authenticated refuses strangers and lets people in', async () => {
  assert.equal((await ask(subgraph, '{ mine }')).errors[0]?.code, 'UNAUTHENTICATED');
  assert.equal((await ask(subgraph, '{ mine }', {}, viewer(newTenant(), [], 'u-7'))).data.mine, 'u-7');
});

const scopes: [held: string[], outcome: string][] = [
  [[], 'FORBIDDEN'],
  [['a:read'], 'FORBIDDEN'],
  [['a:read', 'b:read'], 's3cret'],
  [['root'], 's3cret'],
];
for (const [held, outcome] of scopes) {
  test(`@requiresScopes with [${held.join(', ')}]: ${outcome}`, async () => {
    const { data, errors } = await ask(subgraph, '{ secret }', {}, viewer(newTenant(), held));
    assert.equal(errors[0]?.code ?? data.secret, outcome);
  });
}

test('the scopes that lack are named', async () => {
  const { errors } = await ask(subgraph, '{ secret }', {}, viewer(newTenant(), ['a:read']));
  assert.deepEqual(errors[0]?.extensions['requiredScopes'], ['b:read']);
});

test('a guarded field is guarded through _entities as well', async () => {
  const { data, errors } = await entity(subgraph, { __typename: 'Thing', id: '1' }, 'id secret', anonymous as never);
  assert.deepEqual(data, { id: '1', secret: null });
  assert.equal(errors[0]?.code, 'UNAUTHENTICATED');
});

test("a service's own error keeps its words, code and argument", async () => {
  const { errors } = await ask(subgraph, '{ wrong(text: "") }');
  assert.deepEqual([errors[0]?.message, errors[0]?.code, errors[0]?.extensions['argument']], ['It is too short.', 'BAD_USER_INPUT', 'text']);
});

test('an unexpected error gives nothing away', async () => {
  const { errors } = await ask(subgraph, '{ broken }');
  assert.equal(errors[0]?.code, 'INTERNAL_SERVER_ERROR');
  assert.doesNotMatch(JSON.stringify(errors), /mongodb|password|stack/);
});
