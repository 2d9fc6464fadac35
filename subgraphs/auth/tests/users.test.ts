import { authUser } from '@customerai/service';
import { ask, askOk, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { scopesOfRoles } from '../src/index.ts';
import { admin, type AuthFixture, openAuth, PASSWORD } from './auth-fixture.ts';

let fixture: AuthFixture;
before(async () => void (fixture = await openAuth()));
after(() => fixture[Symbol.asyncDispose]());

const CREATE = 'mutation($input: CreateUserInput!) { createUser(input: $input) { id email name roles disabled lastSignInAt } }';
const SET_ROLES = 'mutation($id: ID!, $roles: [Role!]!) { setUserRoles(id: $id, roles: $roles) { id roles } }';
const DISABLE = 'mutation($id: ID!) { disableUser(id: $id) { id } }';
const LIST =
  'query($search: String, $first: Int, $after: String) { users(search: $search, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { email } } } }';
const input = (fields: object = {}) => ({
  email: `${fixture.parts.newId()}@example.com`,
  name: 'Ann Example',
  password: PASSWORD,
  roles: ['AGENT'],
  ...fields,
});
const codeOf = ({ errors }: { errors: { code: string; extensions: Record<string, unknown> }[] }) => [
  errors[0]?.code,
  errors[0]?.extensions['argument'],
];

test('an admin adds a person, who can sign in', async () => {
  const user = input({ email: ' Ann.Example@Example.COM ', roles: ['AGENT', 'AGENT', 'REVIEWER'] });
  const { createUser } = await askOk(fixture.auth.subgraph, CREATE, { input: user }, admin());
  const { id, ...rest } = createUser;
  assert.deepEqual(rest, {
    email: 'ann.example@example.com',
    name: 'Ann Example',
    roles: ['AGENT', 'REVIEWER'],
    disabled: false,
    lastSignInAt: null,
  });
  assert.equal((await fixture.signIn('ann.example@example.com')).user.id, id);
});

test('each wrong field of a new person is named', async () => {
  const table: [object, string][] = [
    [{ email: 'no address' }, 'input.email'],
    [{ email: `${'a'.repeat(250)}@example.com` }, 'input.email'],
    [{ name: '   ' }, 'input.name'],
    [{ name: 'two\nlines' }, 'input.name'],
    [{ password: 'short' }, 'input.password'],
    [{ password: 'long '.repeat(40) }, 'input.password'],
    [{ roles: [] }, 'input.roles'],
  ];
  for (const [fields, argument] of table) {
    const answer = await ask(fixture.auth.subgraph, CREATE, { input: input(fields) }, admin());
    assert.deepEqual(codeOf(answer), ['BAD_USER_INPUT', argument], JSON.stringify(fields).slice(0, 60));
  }
});

test('an address belongs to one person in the whole installation, also when two add it at once', async () => {
  const user = input();
  const answers = await Promise.all([admin(), admin()].map((asker) => ask(fixture.auth.subgraph, CREATE, { input: user }, asker)));
  assert.deepEqual(answers.map(({ errors }) => errors[0]?.code ?? 'ok').toSorted(), ['CONFLICT', 'ok']);
  assert.equal(
    (await ask(fixture.auth.subgraph, CREATE, { input: { ...user, email: user.email.toUpperCase() } }, admin())).errors[0]!.code,
    'CONFLICT',
  );
});

test('people are listed by address, page by page, and found by parts of name or address', async () => {
  const tenant = newTenant();
  for (const [email, name] of [
    ['c', 'Carla (Ops)'],
    ['a', 'Anton'],
    ['b', 'Berta'],
  ])
    await fixture.auth.createUser({ tenant, email: `${email}@${tenant}.example.com`, name: name!, password: PASSWORD, roles: ['AGENT'] });
  const list = async (variables: object) => (await askOk(fixture.auth.subgraph, LIST, { ...variables }, admin(tenant))).users;
  const first = await list({ first: 2 });
  assert.equal(first.totalCount, 3);
  assert.deepEqual([first.edges.map(({ node }: any) => node.email[0]), first.pageInfo.hasNextPage], [['a', 'b'], true]);
  const rest = await list({ first: 2, after: first.pageInfo.endCursor });
  assert.deepEqual([rest.edges.map(({ node }: any) => node.email[0]), rest.pageInfo.hasNextPage], [['c'], false]);
  assert.deepEqual((await list({ search: 'BERT' })).edges.length, 1);
  assert.deepEqual((await list({ search: '(ops)' })).edges.length, 1);
  assert.deepEqual((await list({ search: '.*' })).edges.length, 0);
  assert.deepEqual(codeOf(await ask(fixture.auth.subgraph, LIST, { first: 101 }, admin(tenant))), ['BAD_USER_INPUT', 'first']);
  assert.deepEqual(codeOf(await ask(fixture.auth.subgraph, LIST, { after: 'x' }, admin(tenant))), ['BAD_USER_INPUT', 'after']);
});

test('another tenant sees, changes and resolves nothing', async () => {
  const { auth, person } = fixture;
  const tenant = newTenant();
  const { id, email } = await person(tenant);
  const stranger = admin();
  assert.equal((await askOk(auth.subgraph, 'query($id: ID!) { user(id: $id) { email } }', { id }, stranger)).user, null);
  assert.equal((await askOk(auth.subgraph, LIST, { search: email }, stranger)).users.totalCount, 0);
  assert.equal((await ask(auth.subgraph, SET_ROLES, { id, roles: ['ADMIN'] }, stranger)).errors[0]!.code, 'NOT_FOUND');
  assert.equal((await ask(auth.subgraph, DISABLE, { id }, stranger)).errors[0]!.code, 'NOT_FOUND');
  assert.equal((await entity(auth.subgraph, { __typename: 'User', id }, 'email', stranger)).data, null);
  assert.deepEqual((await entity(auth.subgraph, { __typename: 'User', id }, 'email', viewer(tenant, []))).data, { email });
  assert.equal(
    (await ask(auth.subgraph, 'query($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r: [{ __typename: 'User', id }] }))
      .errors[0]!.code,
    'UNAUTHENTICATED',
  );
});

test('other services may ask who a person of a tenant is and what they may do', async () => {
  const { auth, parts, person } = fixture;
  const tenant = newTenant();
  const { id } = await person(tenant, ['REVIEWER']);
  await askOk(auth.subgraph, DISABLE, { id }, admin(tenant));
  assert.deepEqual(await parts.rpc.call(authUser, { tenant, userId: id }), { id, disabled: true, scopes: scopesOfRoles(['REVIEWER']) });
  assert.equal(await parts.rpc.call(authUser, { tenant: newTenant(), userId: id }), null);
});

test('the last admin of a tenant stays', async () => {
  const { auth, person } = fixture;
  const tenant = newTenant();
  const [one, two] = [await person(tenant, ['ADMIN']), await person(tenant, ['ADMIN', 'AGENT'])];
  const asker = admin(tenant, one.id);
  assert.deepEqual((await askOk(auth.subgraph, SET_ROLES, { id: two.id, roles: ['AGENT'] }, asker)).setUserRoles.roles, ['AGENT']);
  assert.equal((await ask(auth.subgraph, SET_ROLES, { id: one.id, roles: ['AGENT'] }, asker)).errors[0]!.code, 'CONFLICT');
  assert.equal((await ask(auth.subgraph, DISABLE, { id: one.id }, asker)).errors[0]!.code, 'CONFLICT');
  assert.deepEqual(codeOf(await ask(auth.subgraph, SET_ROLES, { id: two.id, roles: [] }, asker)), ['BAD_USER_INPUT', 'roles']);
});

test('two admins who remove each other at the same moment do not leave the tenant without one', async () => {
  const { auth, person } = fixture;
  const tenant = newTenant();
  const people = [await person(tenant, ['ADMIN']), await person(tenant, ['ADMIN'])];
  await Promise.all(people.map(({ id }) => ask(auth.subgraph, SET_ROLES, { id, roles: ['AGENT'] }, admin(tenant))));
  const { users } = await askOk(auth.subgraph, '{ users { edges { node { roles } } } }', {}, admin(tenant));
  assert.ok(users.edges.some(({ node }: any) => node.roles.includes('ADMIN')));
});

test('without the scope the fields are closed', async () => {
  const asker = viewer(newTenant(), ['reviews:read']);
  for (const query of ['{ users { totalCount } }', '{ user(id: "x") { id } }', '{ apiClients { id } }', 'mutation { disableUser(id: "x") { id } }']) {
    const { errors } = await ask(fixture.auth.subgraph, query, {}, asker);
    assert.equal(errors[0]!.code, 'FORBIDDEN', query);
    assert.equal((await ask(fixture.auth.subgraph, query)).errors[0]!.code, 'UNAUTHENTICATED', query);
  }
  assert.equal((await ask(fixture.auth.subgraph, '{ me { id } }')).errors[0]!.code, 'UNAUTHENTICATED');
});
