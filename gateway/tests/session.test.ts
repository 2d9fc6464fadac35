import { ServiceError } from '@customerai/service';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startWorld, type World } from './fixture.ts';

let issued = 0;
let accessToken = '';
const live = new Set<string>();

function open() {
  const refreshToken = `refresh ${++issued}/+=`;
  live.add(refreshToken);
  return {
    accessToken,
    refreshToken,
    expiresIn: 300,
    scopes: ['reviews:read'],
    user: { id: 'ada', name: 'Ada', email: 'ada@example.com', roles: [], scopes: [] },
  };
}

const auth = {
  name: 'sessions',
  typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
    type Query { sessions: Int }
    type Mutation {
      signIn(email: String!, password: String!): Session!
      refreshSession(refreshToken: String!): Session!
      signOut(refreshToken: String): Boolean!
    }
    type Session { accessToken: String! refreshToken: String! expiresIn: Int! scopes: [String!]! user: Member! }
    type Member { id: ID! name: String email: String roles: [String!]! scopes: [String!]! }`,
  resolvers: {
    Mutation: {
      signIn: (_: unknown, { password }: { password: string }) => {
        if (password !== 'right') throw new ServiceError('UNAUTHENTICATED', 'That e-mail and password do not belong together.');
        return open();
      },
      refreshSession: (_: unknown, { refreshToken }: { refreshToken: string }) => {
        if (!live.delete(refreshToken)) throw new ServiceError('UNAUTHENTICATED', 'The session is over. Sign in again.');
        return open();
      },
      signOut: (_: unknown, { refreshToken }: { refreshToken: string }, { viewer }: any) => viewer.id === 'ada' && live.delete(refreshToken),
    },
  },
};

describe('sessions of browsers', () => {
  let world: World;
  before(async () => {
    world = await startWorld({ extra: [auth] });
    accessToken = await world.token();
  });
  after(() => world[Symbol.asyncDispose]());

  async function send(path: string, { body = {}, cookie, headers = {} }: { body?: unknown; cookie?: string; headers?: Record<string, string> } = {}) {
    const response = await fetch(`${world.gateway.url}/api/v1/auth/session${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie && { cookie }), ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const [set] = response.headers.getSetCookie();
    const text = await response.text();
    return { status: response.status, set, cookie: set?.split(';')[0], json: text ? JSON.parse(text) : undefined, text };
  }
  const signIn = (headers = {}) => send('', { body: { email: 'ada@example.com', password: 'right' }, headers });

  test('signing in keeps the refresh token where no script finds it', async () => {
    const { status, set, json, text } = await signIn();
    assert.equal(status, 200);
    assert.deepEqual([json.user.name, json.expiresIn], ['Ada', 300]);
    assert.doesNotMatch(text, /refresh/);
    assert.match(set!, /HttpOnly/);
    assert.match(set!, /SameSite=Strict/);
    assert.match(set!, /Path=\/api\/v1\/auth\/session(;|$)/);
    assert.doesNotMatch(set!, /Secure/);
    assert.match((await signIn({ 'x-forwarded-proto': 'https' })).set!, /Secure/);
  });

  test('a refresh turns the cookie over; the old one is good for nothing', async () => {
    const first = await signIn();
    const second = await send('/refresh', { cookie: first.cookie! });
    assert.equal(second.status, 200);
    assert.ok(second.json.accessToken);
    assert.notEqual(second.cookie, first.cookie);
    const again = await send('/refresh', { cookie: first.cookie! });
    assert.equal(again.status, 401);
    assert.match(again.set!, /=;.*Expires=Thu, 01 Jan 1970/);
    assert.equal((await send('/refresh', { cookie: second.cookie! })).status, 200);
  });

  test('without a cookie a refresh finds nobody, which is no error', async () => {
    assert.equal((await send('/refresh')).status, 204);
  });

  test('signing out ends the session, twice too', async () => {
    const { cookie } = await signIn();
    const before = live.size;
    const out = await send('/sign-out', { cookie: cookie! });
    assert.equal(out.status, 204);
    assert.match(out.set!, /=;.*Expires=Thu, 01 Jan 1970/);
    assert.equal(live.size, before - 1);
    assert.equal((await send('/refresh', { cookie: cookie! })).status, 401);
    assert.equal((await send('/sign-out', { cookie: cookie! })).status, 204);
  });

  test('a wrong password, a missing one, and a form of another site are refused', async () => {
    const wrong = await send('', { body: { email: 'ada@example.com', password: 'wrong' } });
    assert.deepEqual([wrong.status, wrong.json.code, wrong.set], [401, 'UNAUTHENTICATED', undefined]);
    assert.match(wrong.json.detail, /do not belong together/);
    assert.equal((await send('', { body: { email: 'ada@example.com' } })).status, 400);
    assert.equal((await send('', { body: 'null' })).status, 400);
    const form = await send('/refresh', {
      body: 'a=b',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      cookie: 'customerai_session=x',
    });
    assert.equal(form.status, 415);
  });
});
