import { ServiceError } from '@customerai/service';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startWorld, type World } from './fixture.ts';

const asked: any[] = [];
const interaction = {
  id: 'i1',
  channel: 'EMAIL',
  language: 'en',
  receivedAt: new Date('2026-03-01T00:00:00Z'),
  text: 'Hello',
  customer: { id: 'c1' },
};
const session = {
  accessToken: 'a',
  refreshToken: 'r',
  tokenType: 'Bearer',
  expiresIn: 300,
  scopes: [],
  user: { id: 'u', name: 'U', email: 'u@example.com', roles: [] },
};

/** What the routes need of the platform's graph, and no more. */
const extra = [
  {
    name: 'platform',
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes", "@shareable"])
scalar DateTime
      enum Channel { EMAIL CHAT }
      type Query {
        interaction(id: ID!): Interaction @requiresScopes(scopes: [["interactions:read"]])
        interactions(filter: InteractionFilter, first: Int = 20, after: String): InteractionConnection! @requiresScopes(scopes: [["interactions:read"]])
        analyzeSentiment(text: String!, language: String): Analysis!
        kpis(range: TimeRangeInput!): Kpis!
      }
      type Mutation {
        submitInteraction(input: SubmitInteractionInput!): Interaction! @requiresScopes(scopes: [["interactions:write"]])
        signIn(email: String!, password: String!): Session!
        refreshSession(refreshToken: String!): Session!
      }
      input SubmitInteractionInput { "Who wrote." customerId: String! channel: Channel! text: String! receivedAt: DateTime tags: [String!] }
      input InteractionFilter { customerId: String channel: [Channel!] label: [String!] receivedFrom: DateTime receivedTo: DateTime text: String }
      input TimeRangeInput { from: DateTime! to: DateTime! }
      type Interaction { id: ID! externalId: String channel: Channel! language: String! receivedAt: DateTime! text: String! customer: Customer! sentiment: Analysis }
      type Customer { id: ID! name: String }
      type InteractionConnection { edges: [InteractionEdge!]! pageInfo: PageInfo! totalCount: Int! }
      type InteractionEdge { node: Interaction! }
      type PageInfo { hasNextPage: Boolean! endCursor: String }
      type Analysis { id: ID! label: String! score: Float! confidence: Float! analyzedAt: DateTime probabilities: Probabilities language: String model: Model }
      type Probabilities { negative: Float neutral: Float positive: Float }
      type Model { name: String version: String }
      type Kpis { interactions: Int uniqueCustomers: Int averageScore: Float negativeShare: Float automationRate: Float approvalRate: Float
        medianResponseTime: String p95ResponseTime: String openReviews: Int overdueReviews: Int asOf: DateTime }
      type Session { accessToken: String! refreshToken: String! tokenType: String! expiresIn: Int! scopes: [String!]! user: User! }
      type User { id: ID! name: String email: String roles: [String!]! }
    `,
    resolvers: {
      Query: {
        interaction: (_: unknown, { id }: { id: string }) => (id === 'i1' ? interaction : null),
        interactions: (_: unknown, args: unknown) => {
          asked.push(args);
          return { edges: [{ node: interaction }], pageInfo: { hasNextPage: false, endCursor: 'e' }, totalCount: 1 };
        },
        analyzeSentiment: (_: unknown, { text }: { text: string }) => {
          if (text === 'later') throw new ServiceError('SERVICE_UNAVAILABLE', 'Later.');
          if (text === 'never') throw new ServiceError('NOT_IMPLEMENTED', 'Not yet.');
          if (text === 'crash') throw new Error('secret');
          return { id: 'a', label: 'POSITIVE', score: 1, confidence: 1 };
        },
        kpis: () => ({ interactions: 3 }),
      },
      Mutation: {
        submitInteraction: (_: unknown, { input }: any) => {
          if (input.text === 'twice') throw new ServiceError('CONFLICT', 'Stored before.', { id: 'i1' });
          return { ...interaction, ...input };
        },
        signIn: (_: unknown, { password }: any) => {
          if (password === 'slow') throw new ServiceError('RATE_LIMITED', 'Too many tries.', { retryAfter: 29.5 });
          if (password !== 'right') throw new ServiceError('UNAUTHENTICATED', 'Wrong e-mail or password.');
          return session;
        },
        refreshSession: () => session,
      },
    },
  },
];

describe('/api/v1', () => {
  let world: World;
  let token: string;
  before(async () => {
    world = await startWorld({ extra });
    token = await world.token({ scopes: ['interactions:read', 'interactions:write'] });
  });
  after(() => world[Symbol.asyncDispose]());

  const call = async (method: string, path: string, options: { body?: unknown; as?: string | undefined; type?: string } = {}) => {
    const { body, as = token, type = 'application/json' } = options;
    const response = await fetch(`${world.gateway.url}/api/v1${path}`, {
      method,
      headers: { ...(as ? { authorization: `Bearer ${as}` } : {}), ...(body === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return {
      status: response.status,
      headers: response.headers,
      type: response.headers.get('content-type') ?? '',
      json: (await response.json()) as any,
    };
  };

  test('an interaction is submitted, found and listed', async () => {
    const created = await call('POST', '/interactions', {
      body: { customerId: 'c1', channel: 'CHAT', text: 'Hi', receivedAt: '2026-03-01T10:00:00Z' },
    });
    assert.deepEqual([created.status, created.json.channel, created.json.receivedAt], [201, 'CHAT', '2026-03-01T10:00:00.000Z']);
    const one = await call('GET', '/interactions/i1');
    assert.deepEqual([one.status, one.json.text, one.json.customer], [200, 'Hello', { id: 'c1', name: null }]);
    const list = await call('GET', '/interactions?channel=EMAIL,CHAT&first=5&from=2026-03-01T00:00:00Z&customerId=c1');
    assert.deepEqual([list.status, list.json.totalCount, list.json.items.length, list.json.pageInfo.endCursor], [200, 1, 1, 'e']);
    const { filter, first } = JSON.parse(JSON.stringify(asked.at(-1)));
    assert.deepEqual([filter, first], [{ channel: ['EMAIL', 'CHAT'], customerId: 'c1', receivedFrom: '2026-03-01T00:00:00.000Z' }, 5]);
  });

  test('the other routes answer', async () => {
    assert.equal((await call('POST', '/sentiment/analyze', { body: { text: 'good' } })).json.label, 'POSITIVE');
    assert.equal((await call('GET', '/analytics/kpis?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z')).json.interactions, 3);
    assert.equal((await call('POST', '/auth/sign-in', { as: '', body: { email: 'u@example.com', password: 'right' } })).json.accessToken, 'a');
    assert.equal((await call('POST', '/auth/refresh', { as: '', body: { refreshToken: 'r' } })).json.user.id, 'u');
    assert.equal((await call('GET', '/auth/jwks', { as: '' })).json.keys[0].kid, world.key.public.kid);
  });

  test('each kind of failure has its status, as problem details', async () => {
    const few = await world.token();
    const table: [string, string, Parameters<typeof call>[2], number, string][] = [
      ['GET', '/interactions', { as: '' }, 401, 'UNAUTHENTICATED'],
      ['GET', '/interactions', { as: 'nonsense' }, 401, 'UNAUTHENTICATED'],
      ['GET', '/interactions', { as: few }, 403, 'FORBIDDEN'],
      ['GET', '/interactions/none', {}, 404, 'NOT_FOUND'],
      ['GET', '/interactions?first=x', {}, 400, 'BAD_USER_INPUT'],
      ['GET', '/interactions?chanel=EMAIL', {}, 400, 'BAD_USER_INPUT'],
      ['GET', '/interactions?channel=PIGEON', {}, 400, 'BAD_USER_INPUT'],
      ['GET', '/analytics/kpis?from=2026-03-01T00:00:00Z', {}, 400, 'BAD_USER_INPUT'],
      ['POST', '/interactions', { body: { channel: 'EMAIL', text: 'x' } }, 400, 'BAD_USER_INPUT'],
      ['POST', '/interactions', { body: [] }, 400, 'BAD_USER_INPUT'],
      ['POST', '/interactions', { body: '{' }, 400, 'BAD_REQUEST'],
      ['POST', '/interactions', { body: 'a=b', type: 'application/x-www-form-urlencoded' }, 415, 'BAD_REQUEST'],
      ['POST', '/interactions', { body: { customerId: 'c', channel: 'EMAIL', text: 'twice' } }, 409, 'CONFLICT'],
      ['POST', '/auth/sign-in', { as: '', body: { email: 'u', password: 'wrong' } }, 401, 'UNAUTHENTICATED'],
      ['POST', '/auth/sign-in', { as: '', body: { email: 'u', password: 'slow' } }, 429, 'RATE_LIMITED'],
      ['POST', '/sentiment/analyze', { body: { text: 'later' } }, 503, 'SERVICE_UNAVAILABLE'],
      ['POST', '/sentiment/analyze', { body: { text: 'never' } }, 501, 'NOT_IMPLEMENTED'],
      ['POST', '/sentiment/analyze', { body: { text: 'crash' } }, 500, 'INTERNAL_SERVER_ERROR'],
      ['GET', '/nothing', {}, 404, 'NOT_FOUND'],
      ['DELETE', '/interactions/i1', {}, 405, 'BAD_REQUEST'],
    ];
    for (const [method, path, options, status, code] of table) {
      const answer = await call(method, path, options);
      assert.deepEqual(
        [answer.status, answer.json.status, answer.json.code],
        [status, status, code],
        `${method} ${path} ${JSON.stringify(options?.body)}`,
      );
      assert.match(answer.type, /^application\/problem\+json/);
      assert.equal(answer.json.traceId, answer.headers.get('x-trace-id'));
      assert.ok(answer.json.detail.length > 5 && !answer.json.detail.includes('secret'));
      if (status === 429) assert.equal(answer.headers.get('retry-after'), '30');
      if (status === 503) assert.equal(answer.headers.get('retry-after'), '5');
      if (status === 405) assert.equal(answer.headers.get('allow'), 'GET');
    }
    assert.equal((await call('POST', '/interactions', { body: { channel: 'EMAIL', text: 'x' } })).json.argument, 'input');
    assert.match((await call('GET', '/nothing')).json.detail, /openapi\.json/);
  });

  test('the routes describe themselves', async () => {
    const { json } = await call('GET', '/openapi.json', { as: '' });
    assert.equal(json.openapi, '3.1.0');
    const schema = json.paths['/api/v1/interactions'].post.requestBody.content['application/json'].schema;
    assert.deepEqual(schema.required, ['customerId', 'channel', 'text']);
    assert.deepEqual(schema.properties.channel, { type: 'string', enum: ['EMAIL', 'CHAT'] });
    assert.deepEqual(schema.properties.customerId, { type: 'string', description: 'Who wrote.' });
    assert.ok(json.paths['/api/v1/interactions/{id}'].get.parameters[0].required);
  });
});
