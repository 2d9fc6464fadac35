import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSessionSource, type SessionTokens } from '../src/auth.ts';
import { createClient, CustomerAIError, isCode, paginate } from '../src/index.ts';

const NOW = 1_000_000;
const pair = (n: number, expiresAt = NOW + 300_000): SessionTokens => ({ accessToken: `access-${n}`, refreshToken: `refresh-${n}`, expiresAt });

function session(tokens: SessionTokens | undefined, answers: (SessionTokens | Error)[]) {
  const asked: string[] = [];
  const changes: (SessionTokens | undefined)[] = [];
  const source = createSessionSource({
    tokens,
    now: () => NOW,
    onChange: (change) => void changes.push(change),
    refresh: async (refreshToken) => {
      asked.push(refreshToken);
      await Promise.resolve();
      const answer = answers.shift()!;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { source, asked, changes };
}

test('a fresh token is used as it is', async () => {
  const { source, asked } = session(pair(1), []);
  assert.equal(await source.current(), 'access-1');
  assert.deepEqual(asked, []);
});

test('fifty calls that find the token about to expire send one refresh', async () => {
  const { source, asked } = session(pair(1, NOW + 10_000), [pair(2)]);
  assert.deepEqual(new Set(await Promise.all(Array.from({ length: 50 }, () => source.current()))), new Set(['access-2']));
  assert.deepEqual(asked, ['refresh-1']);
});

test('a call that was refused with an older token gets the one that is there by now', async () => {
  const { source, asked } = session(pair(2), []);
  assert.equal(await source.renew('access-1'), 'access-2');
  assert.deepEqual(asked, []);
});

test('a refused refresh ends the session; a platform that is away does not', async () => {
  const refused = session(pair(1), [new CustomerAIError('UNAUTHENTICATED', 'over')]);
  assert.equal(await refused.source.renew('access-1'), undefined);
  assert.deepEqual(refused.changes, [undefined]);
  const away = session(pair(1), [new CustomerAIError('NETWORK_ERROR', 'away'), pair(2)]);
  await assert.rejects(away.source.renew('access-1'), { code: 'NETWORK_ERROR' });
  assert.equal(await away.source.renew('access-1'), 'access-2');
});

/** A fetch that gives these answers one after the other, and keeps what it was asked. */
function scripted(...answers: (object | Error)[]) {
  const bodies: { query: string; variables: unknown }[] = [];
  const fetch = (async (_: unknown, init: RequestInit) => {
    bodies.push(JSON.parse(init.body as string));
    const answer = answers.shift()!;
    if (answer instanceof Error) throw answer;
    return Response.json(answer);
  }) as typeof globalThis.fetch;
  return { fetch, bodies };
}
const kpis = { data: { kpis: { interactions: 3 } } };
const range = { from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' };

test('a query that failed on the way is asked again', async () => {
  const { fetch, bodies } = scripted(new TypeError('connection reset'), kpis);
  const client = createClient({ url: 'http://platform.test', auth: 't', fetch });
  assert.equal((await client.kpis({ range })).interactions, 3);
  assert.equal(bodies.length, 2);
});

test('a mutation is never repeated', async () => {
  const { fetch, bodies } = scripted(new TypeError('connection reset'), kpis);
  const client = createClient({ url: 'http://platform.test', auth: 't', fetch });
  await assert.rejects(client.claimNextReview(), { code: 'NETWORK_ERROR' });
  assert.equal(bodies.length, 1);
});

test('an error carries code, argument and trace id', async () => {
  const { fetch } = scripted({ errors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT', argument: 'range', traceId: 'abc' } }] });
  const client = createClient({ url: 'http://platform.test', auth: 't', fetch });
  await assert.rejects(client.kpis({ range }), (error) => isCode(error, 'BAD_USER_INPUT') && error.argument === 'range' && error.traceId === 'abc');
});

test('a signal gives a call up', async () => {
  const asked = Promise.withResolvers<void>();
  const fetch = ((_: unknown, { signal }: RequestInit) => {
    asked.resolve();
    return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(signal!.reason), { once: true }));
  }) as typeof globalThis.fetch;
  const client = createClient({ url: 'http://platform.test', auth: 't', fetch });
  const controller = new AbortController();
  const call = client.kpis({ range }, { signal: controller.signal });
  await asked.promise;
  controller.abort();
  await assert.rejects(call, { code: 'ABORTED' });
});

test('paginate reads every page once', async () => {
  const pages: Record<string, { edges: { node: number }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }> = {
    start: { edges: [{ node: 1 }, { node: 2 }], pageInfo: { hasNextPage: true, endCursor: 'a' } },
    a: { edges: [{ node: 3 }], pageInfo: { hasNextPage: false, endCursor: 'b' } },
  };
  assert.deepEqual(await Array.fromAsync(paginate(async (after) => pages[after ?? 'start']!)), [1, 2, 3]);
});

test('an API client asks for a token once for all its calls, and again when one is refused', async () => {
  const asked: string[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    if (url.endsWith('/api/v1/auth/token')) {
      asked.push(String(init.body));
      return Response.json({ access_token: `token-${asked.length}`, token_type: 'Bearer', expires_in: 300, scope: 'users:read' });
    }
    const { authorization } = init.headers as Record<string, string>;
    if (authorization === 'Bearer token-1') return Response.json({ errors: [{ message: 'revoked', extensions: { code: 'UNAUTHENTICATED' } }] });
    return Response.json({ data: { me: { id: authorization } } });
  }) as typeof globalThis.fetch;
  await using client = createClient({ url: 'http://127.0.0.1:9/graphql', auth: { clientId: 'c-1', clientSecret: 's 1' }, fetch });
  const answers = await Promise.all(Array.from({ length: 10 }, () => client.me()));
  assert.deepEqual(new Set(answers.map(({ id }) => id)), new Set(['Bearer token-2']));
  assert.deepEqual(asked, Array(2).fill('grant_type=client_credentials&client_id=c-1&client_secret=s+1'));
});

test('an API client that is not let in says why', async () => {
  const fetch = (async () => Response.json({ error: 'invalid_client', error_description: 'revoked' }, { status: 401 })) as typeof globalThis.fetch;
  await using client = createClient({ url: 'http://127.0.0.1:9', auth: { clientId: 'c-1', clientSecret: 's' }, fetch });
  await assert.rejects(client.me(), { code: 'UNAUTHENTICATED', message: 'revoked' });
});
