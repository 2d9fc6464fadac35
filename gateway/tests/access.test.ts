import { authKeys, newId } from '@customerai/service';
import { SignJWT, UnsecuredJWT } from 'jose';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createAccessTokens } from '../src/auth/access-tokens.ts';
import { createKey, type Key, openGatewayParts, startWorld, type World } from './fixture.ts';

const extra = [
  {
    name: 'zoo',
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@authenticated", "@policy"])
      type Query { animals: [Animal!]! thing: Thing strictest: Int @policy(policies: [["nobody"]]) vault: Vault }
      interface Animal { name: String! diet: String }
      type Cat implements Animal { name: String! diet: String @requiresScopes(scopes: [["zoo:diets"]]) }
      type Dog implements Animal { name: String! diet: String }
      union Thing = Cat | Dog
      type Vault @authenticated { size: Int }
    `,
    resolvers: {
      Query: {
        animals: () => [{ __typename: 'Cat', name: 'Tom', diet: 'mice' }],
        thing: () => ({ __typename: 'Cat', name: 'Tom', diet: 'mice' }),
        strictest: () => 1,
        vault: () => ({ size: 1 }),
      },
    },
  },
];

describe('access', () => {
  let world: World;
  before(async () => void (world = await startWorld({ extra })));
  after(() => world[Symbol.asyncDispose]());

  const codes = async (query: string, scopes?: readonly string[]) => {
    const { errors } = await world.post(query, scopes ? { token: await world.token({ scopes }) } : {});
    return errors.map(({ extensions, path }) => [extensions.code, extensions.requiredScopes, path]);
  };

  test('who may ask for what', async () => {
    const friends = '{ person(id: "ada") { friends { salary } } }';
    const cases: [string, string[] | undefined, unknown[]][] = [
      ['{ hello }', undefined, []],
      ['{ me { id } }', undefined, [['UNAUTHENTICATED', undefined, ['me']]]],
      ['{ me { id } }', [], []],
      ['{ person(id: "ada") { id } }', undefined, [['UNAUTHENTICATED', undefined, ['person']]]],
      ['{ person(id: "ada") { id } }', ['other:read'], [['FORBIDDEN', ['people:read'], ['person']]]],
      ['{ person(id: "ada") { id } }', ['people:read'], []],
      // of two alternatives that lack one scope each, the first is told
      ['{ people { id } }', [], [['FORBIDDEN', ['people:read'], ['people']]]],
      ['{ people { id } }', ['people:admin'], [['FORBIDDEN', ['people:read'], ['people']]]],
      ['{ people { id } }', ['people:admin', 'audit:read'], []],
      // all that is missing, at once
      ['{ x: person(id: "ada") { id y: salary } }', [], [['FORBIDDEN', ['people:read', 'people:salaries'], ['x']]]],
      [friends, ['people:read'], [['FORBIDDEN', ['people:salaries'], ['person', 'friends', 'salary']]]],
      [friends, ['people:read', 'people:salaries'], []],
      // fragments, conditions and abstract types are no way round
      ['{ me { ...f } } fragment f on Person { salary }', [], [['FORBIDDEN', ['people:salaries'], ['me', 'salary']]]],
      ['{ named { name ... on Person { salary } } }', [], [['FORBIDDEN', ['people:salaries'], ['named', 'salary']]]],
      ['{ me { salary @include(if: false) } }', [], [['FORBIDDEN', ['people:salaries'], ['me', 'salary']]]],
      ['{ animals { name diet } }', [], [['FORBIDDEN', ['zoo:diets'], ['animals', 'diet']]]],
      ['{ animals { name diet } }', ['zoo:diets'], []],
      ['{ animals { name ... on Dog { diet } } }', [], []],
      ['{ thing { ... on Animal { diet } } }', [], [['FORBIDDEN', ['zoo:diets'], ['thing', 'diet']]]],
      ['{ vault { __typename } }', undefined, [['UNAUTHENTICATED', undefined, ['vault']]]],
      ['{ strictest }', ['nobody'], [['FORBIDDEN', [], ['strictest']]]],
      ['mutation { rename(id: "ada", name: "x") { salary } }', ['people:write'], [['FORBIDDEN', ['people:salaries'], ['rename', 'salary']]]],
      ['mutation { rename(id: "ada", name: "x") { id } }', ['people:write'], []],
    ];
    for (const [query, scopes, expected] of cases) assert.deepEqual(await codes(query, scopes), expected, `${query} with ${scopes}`);
  });

  test('several missing scopes say which field needs which', async () => {
    const { errors } = await world.post('{ person(id: "ada") { salary } }', { token: await world.token() });
    assert.match(errors[0].message, /"people:read", "people:salaries"/);
    assert.deepEqual(errors[0].extensions.fields, [
      { path: ['person'], requiredScopes: ['people:read'] },
      { path: ['person', 'salary'], requiredScopes: ['people:salaries'] },
    ]);
  });

  test('the entities of federation cannot be reached from outside', async () => {
    const { status, errors } = await world.post('{ _entities(representations: []) { __typename } }');
    assert.equal(status, 400);
    assert.equal(errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
    assert.equal((await world.post('{ _service { sdl } }')).status, 400);
  });

  test('a token that is not good gets 401 and a way out, never an anonymous answer', async () => {
    const now = Math.floor(world.parts.clock().getTime() / 1000);
    const claims = {
      iss: 'customerai',
      aud: 'customerai',
      sub: 'ada',
      tenant: 'acme',
      scope: '',
      kind: 'user',
      jti: newId(),
      iat: now,
      exp: now + 300,
    };
    const { key } = world;
    const stranger = await createKey(key.public.kid);
    const hmac = (secret: string) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: key.public.kid! }).sign(new TextEncoder().encode(secret));
    const good = await key.sign(claims);
    const bad: Record<string, string> = {
      expired: await key.sign({ ...claims, exp: now - 1 }),
      'not yet valid': await key.sign({ ...claims, nbf: now + 60 }),
      'another issuer': await key.sign({ ...claims, iss: 'evil' }),
      'another audience': await key.sign({ ...claims, aud: 'other' }),
      'an id token': await key.sign(claims, { typ: 'JWT' }),
      'no type': await key.sign(claims, { typ: undefined }),
      'no tenant': await key.sign({ ...claims, tenant: undefined }),
      'no expiry': await key.sign({ ...claims, exp: undefined }),
      'another kind': await key.sign({ ...claims, kind: 'service' }),
      'another key of the same id': await stranger.sign(claims),
      'no key id': await key.sign(claims, { kid: undefined }),
      'its own key': await stranger.sign(claims, { jwk: stranger.public }),
      'a shared secret': await hmac(String(key.public.x)),
      unsigned: new UnsecuredJWT(claims).encode(),
      altered: good.replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...claims, scope: 'people:read' })).toString('base64url')}.`),
      nonsense: 'nonsense',
      huge: `${good}${'x'.repeat(9000)}`,
    };
    for (const [what, token] of Object.entries(bad)) {
      const { status, headers, data, errors } = await world.post('{ hello }', { token });
      assert.deepEqual([status, data, errors[0].extensions.code], [401, undefined, 'UNAUTHENTICATED'], what);
      assert.match(errors[0].message, /signIn|sign in/i, what);
      assert.match(headers.get('www-authenticate') ?? '', /invalid_token/, what);
      assert.equal(errors[0].extensions.traceId, headers.get('x-trace-id'), what);
    }
    const basic = await world.post('{ hello }', { headers: { authorization: 'Basic YTpi' } });
    assert.equal(basic.status, 401);
    assert.deepEqual((await world.post('{ me { name } }', { token: good })).data, { me: { name: 'ada of acme' } });
  });

  test('made-up key ids ask for the keys once in a while, not each time', async () => {
    let asked = 0;
    await using parts = await openGatewayParts();
    const keys = [await createKey('first')];
    await using _ = await parts.rpc.serve(authKeys, async () => {
      asked++;
      return { keys: keys.map((key) => key.public) };
    });
    const tokens = createAccessTokens(parts);
    const now = Math.floor(parts.clock().getTime() / 1000);
    const bearer = async (key: Key) =>
      `Bearer ${await key.sign({ iss: 'customerai', aud: 'customerai', sub: 'a', tenant: 't', scope: 'x:y', kind: 'client', exp: now + 3600 })}`;
    const { viewer } = await tokens.identify(await bearer(keys[0]!));
    assert.deepEqual(viewer, { kind: 'client', id: 'a', tenant: 't', scopes: ['x:y'] });
    const next = await createKey('next');
    for (let index = 0; index < 5; index++) await assert.rejects(tokens.identify(await bearer(next)), { code: 'UNAUTHENTICATED' });
    assert.equal(asked, 1);

    keys.push(next); // a rotation is noticed by the first token of the new key
    parts.clock.advance(10_001);
    await tokens.identify(await bearer(next));
    assert.equal(asked, 2);
  });

  test('known keys go on serving while the auth service is away; without any, it says so', async () => {
    await using parts = await openGatewayParts();
    const key = await createKey();
    const now = Math.floor(parts.clock().getTime() / 1000);
    const bearer = `Bearer ${await key.sign({ iss: 'customerai', aud: 'customerai', sub: 'a', tenant: 't', scope: '', kind: 'user', exp: now + 36_000 })}`;
    let up = false;
    await using _ = await parts.rpc.serve(authKeys, async () => {
      if (!up) throw new Error('down');
      return { keys: [key.public] };
    });
    const tokens = createAccessTokens(parts);
    await assert.rejects(tokens.identify(bearer), { code: 'SERVICE_UNAVAILABLE' });
    up = true;
    await tokens.identify(bearer);
    up = false;
    parts.clock.advance(3_600_000);
    assert.equal((await tokens.identify(bearer)).viewer.kind, 'user');
  });
});
