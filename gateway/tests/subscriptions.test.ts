import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createPublisher, type EventWorld, openSocket, startEventWorld } from './events-fixture.ts';

const ANALYSES = 'subscription($filter: SentimentFilter) { sentimentAnalyzed(filter: $filter) { id note } }';
const scopes = ['sentiment:read', 'responses:read', 'reviews:read'];

describe('subscriptions', () => {
  let world: EventWorld;
  let publish: ReturnType<typeof createPublisher>;
  before(async () => {
    world = await startEventWorld({ env: { MAX_WAITING_EVENTS: '4', MAX_SUBSCRIPTIONS_PER_SOCKET: '3', SOCKET_INIT_WAIT_MS: '1000' } });
    publish = createPublisher(world.parts);
  });
  after(() => world[Symbol.asyncDispose]());

  test('an event brings the fields of every service in one message, with its cursor', async () => {
    const tenant = newTenant();
    const query = `subscription { update: reviewQueueUpdated { __typename change at openCount item { ...of } } }
      fragment of on ReviewItem { id status interaction { customer { name } sentiment { label } } response { text } }`;
    const subscription = await world.subscribe(query, { token: await world.token({ tenant, scopes }) });
    await publish.review(tenant, 'q1');
    const { extensions, ...message } = await subscription.next();
    assert.match(extensions.cursor, /^[\w-]{36}$/);
    assert.deepEqual(message, {
      data: {
        update: {
          __typename: 'ReviewQueueUpdate',
          change: 'ADDED',
          at: '2026-03-02T09:00:00.000Z',
          openCount: 3,
          item: {
            id: 'q1',
            status: 'OPEN',
            interaction: { customer: { name: 'Customer of i-q1' }, sentiment: { label: 'NEGATIVE' } },
            response: { text: 'Draft r-q1' },
          },
        },
      },
    });
    await subscription.end();
  });

  test('each kind of event reaches its own field', async () => {
    const tenant = newTenant();
    const token = await world.token({ tenant, scopes });
    const drafts = await world.subscribe('subscription { responseGenerated { id text } }', { token });
    const analyses = await world.subscribe('subscription { sentimentAnalyzed { id } }', { token });
    await publish.draft(tenant, 'r1');
    await publish.analysis(tenant, 'a1');
    assert.deepEqual((await drafts.next()).data, { responseGenerated: { id: 'r1', text: 'Draft r1' } });
    assert.deepEqual((await analyses.next()).data, { sentimentAnalyzed: { id: 'a1' } });
  });

  test('events come in order, filtered, and of the own tenant alone', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    const filter = { label: ['NEGATIVE'] };
    const mine = await world.subscribe(ANALYSES, { token: await world.token({ tenant, scopes }), variables: { filter } });
    const theirs = await world.subscribe(ANALYSES, { token: await world.token({ tenant: other, scopes }) });
    await publish.analysis(tenant, 'a1');
    await publish.analysis(tenant, 'a2', 'POSITIVE');
    await publish.analysis(other, 'b1', 'POSITIVE');
    await publish.analysis(tenant, 'a3');
    const received = [await mine.next(), await mine.next()].map(({ data }) => data.sentimentAnalyzed.id);
    assert.deepEqual(received, ['a1', 'a3']);
    assert.equal((await theirs.next()).data.sentimentAnalyzed.note, `b1 for service of ${other}`);
  });

  test('subscribers who ask the same share one execution, whatever they filter by; those who differ in rights do not', async () => {
    const tenant = newTenant();
    const subscriptions = [];
    for (const id of ['u1', 'u2', 'u3']) subscriptions.push(await world.subscribe(ANALYSES, { token: await world.token({ tenant, scopes, id }) }));
    const before = world.counts['sentiment']!;
    await publish.analysis(tenant, 'a1');
    const messages = await Promise.all(subscriptions.map((subscription) => subscription.next()));
    assert.equal(new Set(messages.map((message) => JSON.stringify(message))).size, 1);
    assert.equal(world.counts['sentiment']! - before, 1);

    subscriptions.push(await world.subscribe(ANALYSES, { token: await world.token({ tenant, scopes: [...scopes, 'more:read'] }) }));
    subscriptions.push(await world.subscribe(ANALYSES, { token: await world.token({ tenant, scopes }), variables: { filter: { maxScore: 0 } } }));
    await publish.analysis(tenant, 'a2');
    await Promise.all(subscriptions.map((subscription) => subscription.next()));
    assert.equal(world.counts['sentiment']! - before, 3);
  });

  test('an event whose entity is gone brings an error, and the stream goes on', async () => {
    const tenant = newTenant();
    const subscription = await world.subscribe(ANALYSES, { token: await world.token({ tenant, scopes }) });
    await publish.analysis(tenant, 'gone-1');
    await publish.broken(tenant);
    await publish.analysis(tenant, 'a2');
    const { data, errors, extensions } = await subscription.next();
    assert.equal(data, null);
    assert.deepEqual([errors[0].extensions.code, errors[0].path], ['NOT_FOUND', ['sentimentAnalyzed', 'note']]);
    assert.match(errors[0].extensions.traceId, /^[0-9a-f]{32}$/);
    assert.match(extensions.cursor, /^[\w-]{36}$/);
    assert.equal((await subscription.next()).data.sentimentAnalyzed.id, 'a2');
  });

  test('who may not read may not subscribe', async () => {
    const tenant = newTenant();
    const codesOf = async (query: string, token?: string, variables?: Record<string, unknown>) => {
      const subscription = await world.subscribe(query, { ...(token ? { token } : {}), ...(variables ? { variables } : {}) });
      const errors = await subscription.next().then(
        () => assert.fail('it was let in'),
        (refused: any[]) => refused,
      );
      return errors.map(({ extensions }: any) => [extensions.code, extensions.requiredScopes ?? extensions.argument]);
    };
    const few = await world.token({ tenant, scopes: ['sentiment:read'] });
    assert.deepEqual(await codesOf(ANALYSES), [['UNAUTHENTICATED', undefined]]);
    assert.deepEqual(await codesOf('subscription { reviewQueueUpdated { id } }', few), [['FORBIDDEN', ['reviews:read']]]);
    assert.deepEqual(await codesOf('subscription { sentimentAnalyzed { id secret } }', few), [['FORBIDDEN', ['sentiment:secrets']]]);
    assert.deepEqual(await codesOf('subscription { sentimentAnalyzed { nothing } }', few), [['GRAPHQL_VALIDATION_FAILED', undefined]]);
    assert.deepEqual(await codesOf('subscription { sentimentAnalyzed {', few), [['GRAPHQL_PARSE_FAILED', undefined]]);
    assert.deepEqual(await codesOf('subscription { sentimentAnalyzed @skip(if: true) { id } }', few).catch(() => 'refused'), [
      ['BAD_REQUEST', undefined],
    ]);
    assert.deepEqual(await codesOf(ANALYSES, few, { filter: { label: ['ANGRY'] } }), [['BAD_USER_INPUT', 'filter.label[0]']]);
  });

  test('a subscription that nothing feeds yet says so', async () => {
    const token = await world.token({ scopes });
    const subscription = await world.subscribe('subscription { weatherChanged }', { token });
    await assert.rejects(subscription.next(), ([error]: any) => error.extensions.code === 'NOT_IMPLEMENTED' && /weatherChanged/.test(error.message));
  });

  test('queries and mutations work over the socket too, with masks', async () => {
    const client = world.connect({ token: await world.token({ scopes: ['people:write'] }) });
    const ask = async (query: string) => (await client.iterate({ query }).next()).value as any;
    assert.deepEqual(await ask('mutation { rename(id: "ada", name: "Countess") { name } }'), { data: { rename: { name: 'Countess' } } });
    const { errors } = await ask('{ crashes }');
    assert.equal(errors[0].extensions.code, 'INTERNAL_SERVER_ERROR');
    assert.ok(!JSON.stringify(errors).includes('hunter2'));
  });

  test('the token may come by any spelling of authorization, or by header', async () => {
    const token = await world.token({ scopes });
    const capital = world.connect({ params: { Authorization: `Bearer ${token}` } });
    assert.equal(((await capital.iterate({ query: '{ me { name } }' }).next()).value as any).data.me.name, 'ada of acme');
    const raw = await openSocket(world, { headers: { authorization: `Bearer ${token}` } });
    raw.send({ type: 'connection_init' });
    assert.equal((await raw.receive()).type, 'connection_ack');
    raw.send({ id: '1', type: 'subscribe', payload: { query: '{ me { name } }' } });
    assert.equal((await raw.receive()).payload.data.me.name, 'ada of acme');
    raw.socket.close();
  });

  test('a bad token closes the socket with 4403 and says what to do', async () => {
    const raw = await openSocket(world);
    raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${await world.token({ lasts: -1 })}` } });
    const { code, reason } = await raw.closed;
    assert.equal(code, 4403);
    assert.match(reason, /expired/);
  });

  describe('with time', () => {
    test('a token that expires ends the socket with 4403, within a second', async () => {
      const raw = await openSocket(world);
      raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${await world.token({ scopes, lasts: 60 })}` } });
      assert.equal((await raw.receive()).type, 'connection_ack');
      raw.send({ id: '1', type: 'subscribe', payload: { query: ANALYSES } });
      world.parts.clock.advance(60_000);
      const start = performance.now();
      const { code, reason } = await raw.closed;
      assert.ok(performance.now() - start < 1_000);
      assert.equal(code, 4403);
      assert.match(reason, /expired.*Connect again/);
    });

    test('a socket that never says hello is closed with 4408', async () => {
      const raw = await openSocket(world);
      assert.equal((await raw.closed).code, 4408);
    });
  });

  test('what breaks the protocol is closed with the code for it', async () => {
    const cases: [unknown[], number][] = [
      [['no json'], 4400],
      [[{ type: 'nonsense' }], 4400],
      [[{ id: '1', type: 'subscribe', payload: { query: '{ hello }' } }], 4401],
      [[{ type: 'connection_init' }, { type: 'connection_init' }], 4429],
      [[{ type: 'connection_init', payload: { filler: 'x'.repeat(70_000) } }], 1009],
    ];
    for (const [messages, expected] of cases) {
      const raw = await openSocket(world);
      for (const message of messages) raw.send(message);
      assert.equal((await raw.closed).code, expected, JSON.stringify(messages).slice(0, 80));
    }
    const twice = await openSocket(world);
    twice.send({ type: 'connection_init', payload: { authorization: `Bearer ${await world.token({ scopes })}` } });
    assert.equal((await twice.receive()).type, 'connection_ack');
    for (const id of ['1', '1']) twice.send({ id, type: 'subscribe', payload: { query: ANALYSES } });
    assert.equal((await twice.closed).code, 4409);
    const legacy = openSocket(world, { protocol: 'graphql-ws' });
    await assert.rejects(legacy, /subprotocol/i);
  });

  test('one subscription too many is refused, the others go on', async () => {
    const tenant = newTenant();
    const raw = await openSocket(world);
    raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${await world.token({ tenant, scopes })}` } });
    await raw.receive();
    for (const id of ['1', '2', '3', '4']) raw.send({ id, type: 'subscribe', payload: { query: ANALYSES } });
    const refused = await raw.receive();
    assert.deepEqual([refused.id, refused.type, refused.payload[0].extensions.code], ['4', 'error', 'RATE_LIMITED']);
    raw.send({ id: '3', type: 'complete' });
    raw.send({ id: '5', type: 'subscribe', payload: { query: '{ hello }' } });
    assert.equal((await raw.receive()).payload.data.hello, 'Hello world');
    await raw.receive();
    await publish.analysis(tenant, 'a1');
    assert.deepEqual([(await raw.receive()).id, (await raw.receive()).id].sort(), ['1', '2']);
    raw.socket.close();
  });

  test('a client that does not read holds up nobody, and gets everything once it reads', async () => {
    const tenant = newTenant();
    const slow = await openSocket(world);
    slow.send({ type: 'connection_init', payload: { authorization: `Bearer ${await world.token({ tenant, scopes })}` } });
    await slow.receive();
    slow.send({ id: '1', type: 'subscribe', payload: { query: ANALYSES } });
    slow.send({ id: '2', type: 'subscribe', payload: { query: '{ __typename }' } });
    await slow.receive();
    await slow.receive();
    const quick = await world.subscribe(ANALYSES, { token: await world.token({ tenant, scopes }) });
    slow.socket.pause();
    for (let index = 0; index < 30; index++) {
      await publish.analysis(tenant, `long-${index}`);
      assert.equal((await quick.next()).data.sentimentAnalyzed.id, `long-${index}`);
    }
    slow.socket.resume();
    for (let index = 0; index < 30; index++) assert.equal((await slow.receive()).payload.data.sentimentAnalyzed.id, `long-${index}`);
    slow.socket.close();
  });

  test('pages of other origins may not connect', async () => {
    await assert.rejects(openSocket(world, { headers: { origin: 'https://evil.example' } }), /403/);
    const own = await openSocket(world, { headers: { origin: world.gateway.url } });
    own.socket.close();
  });

  test('a gateway that stops tells its clients to connect again', async () => {
    await using other = await startEventWorld();
    const raw = await openSocket(other);
    raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${await other.token({ scopes })}` } });
    await raw.receive();
    raw.send({ id: '1', type: 'subscribe', payload: { query: ANALYSES } });
    await other.gateway[Symbol.asyncDispose]();
    assert.equal((await raw.closed).code, 1012);
  });
});
