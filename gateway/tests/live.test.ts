import { type ResponsePiece, responseWriting } from '@customerai/service';
import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createPublisher, type EventWorld, greet, startEventWorld } from './events-fixture.ts';

const scopes = ['responses:read', 'fairness:read'];
const STREAM =
  'subscription($id: ID!) { responseStream(interactionId: $id) { interactionId index text done response { id text interaction: __typename } } }';

describe('streams that nobody keeps', () => {
  let world: EventWorld;
  before(async () => (world = await startEventWorld()));
  after(() => world[Symbol.asyncDispose]());

  const piece = (index: number, text: string, more: Partial<ResponsePiece> = {}): ResponsePiece => ({
    interactionId: 'i1',
    index,
    text,
    done: false,
    ...more,
  });
  const tell = (tenant: string, one: ResponsePiece, interactionId = 'i1') =>
    world.parts.rpc.tell(responseWriting, [tenant, interactionId], { ...one, interactionId });
  const open = async (tenant: string, payload: object, id = '1') => {
    const raw = await greet(world, await world.token({ tenant, scopes }));
    raw.send({ id, type: 'subscribe', payload });
    raw.send({ id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } });
    return raw;
  };
  const settled = async (raw: Awaited<ReturnType<typeof open>>) => {
    for (;;) if ((await raw.receive()).type === 'complete') return;
  };

  test('a draft comes piece by piece while it is written, the stored one with the last piece, and to those alone who asked for it', async () => {
    const tenant = newTenant();
    const raw = await open(tenant, { query: STREAM, variables: { id: 'i1' } });
    await settled(raw);
    await tell(newTenant(), piece(0, 'another tenant'));
    await tell(tenant, piece(0, 'another interaction'), 'i2');
    await tell(tenant, piece(0, 'Dear customer, '));
    await tell(tenant, piece(1, 'it is on its way.'));
    await tell(tenant, piece(2, '', { done: true, responseId: 'r7' }));
    const seen = [(await raw.receive()).payload, (await raw.receive()).payload, (await raw.receive()).payload];
    assert.deepEqual(seen, [
      { data: { responseStream: { interactionId: 'i1', index: 0, text: 'Dear customer, ', done: false, response: null } } },
      { data: { responseStream: { interactionId: 'i1', index: 1, text: 'it is on its way.', done: false, response: null } } },
      {
        data: {
          responseStream: {
            interactionId: 'i1',
            index: 2,
            text: '',
            done: true,
            response: { id: 'r7', text: 'Draft r7', interaction: 'GeneratedResponse' },
          },
        },
      },
    ]);
    raw.socket.terminate();
  });

  test('who wants to know is told when the stream is in place, and that nothing of before is kept', async () => {
    const tenant = newTenant();
    const token = await world.token({ tenant, scopes });
    const raw = await greet(world, token);
    raw.send({ id: '1', type: 'subscribe', payload: { query: STREAM, variables: { id: 'i1' }, extensions: { cursor: null } } });
    assert.deepEqual((await raw.receive()).payload, { data: null, extensions: { ready: true } });
    raw.send({ id: '2', type: 'subscribe', payload: { query: 'subscription { fairnessAuditUpdated { id } }', extensions: { cursor: null } } });
    const { cursor } = (await raw.receive()).payload.extensions;
    raw.send({ id: '3', type: 'subscribe', payload: { query: STREAM, variables: { id: 'i1' }, extensions: { cursor } } });
    assert.equal((await raw.receive()).payload.extensions.resync, true);
    raw.send({ id: '4', type: 'subscribe', payload: { query: STREAM, variables: { id: 'i1' }, extensions: { cursor: 'forged' } } });
    assert.equal((await raw.receive()).payload[0].extensions.code, 'BAD_USER_INPUT');
    raw.socket.terminate();
  });

  test('over server-sent events such messages have no id', async () => {
    const tenant = newTenant();
    const response = await fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${await world.token({ tenant, scopes })}`,
      },
      body: JSON.stringify({ query: 'subscription { responseStream(interactionId: "i1") { text } }' }),
    });
    await tell(tenant, piece(0, 'now'));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes('now')) text += (await reader.read()).value;
    await reader.cancel();
    assert.equal(text, ': begun\n\nevent: next\ndata: {"data":{"responseStream":{"text":"now"}}}\n\n');
  });

  test('a reload in the middle of a draft loses and doubles no piece', async () => {
    const tenant = newTenant();
    const raw = await open(tenant, { query: STREAM, variables: { id: 'i1' } });
    await settled(raw);
    const told = Array.from({ length: 40 }, (_, index) => tell(tenant, piece(index, `${index} `)));
    world.gateway.reload(world.supergraphSdl);
    for (let index = 40; index < 80; index++) told.push(tell(tenant, piece(index, `${index} `)));
    await Promise.all(told);
    const seen: number[] = [];
    while (seen.length < 80) seen.push((await raw.receive()).payload.data.responseStream.index);
    assert.deepEqual(
      seen,
      Array.from({ length: 80 }, (_, index) => index),
    );
    raw.socket.terminate();
  });

  test('who may not read drafts may not look on', async () => {
    const raw = await greet(world, await world.token({ scopes: [] }));
    raw.send({ id: '1', type: 'subscribe', payload: { query: STREAM, variables: { id: 'i1' } } });
    assert.equal((await raw.receive()).payload[0].extensions.code, 'FORBIDDEN');
    raw.socket.terminate();
  });
});

describe('a first value', () => {
  test('comes at once, then every later event, also those that happen while it is worked out', async () => {
    let reached = Promise.withResolvers<void>();
    let pass = Promise.withResolvers<void>();
    let held = false;
    await using world = await startEventWorld({
      before: async (name) => {
        if (name !== 'fairness' || held) return;
        held = true;
        reached.resolve();
        await pass.promise;
      },
    });
    const publish = createPublisher(world.parts);
    const tenant = newTenant();
    await publish.audit(tenant, 'f1');
    const raw = await greet(world, await world.token({ tenant, scopes }));
    const query = 'subscription($id: ID) { fairnessAuditUpdated(id: $id) { id name } }';
    raw.send({ id: '1', type: 'subscribe', payload: { query, variables: { id: 'f1' }, extensions: { cursor: null } } });
    await reached.promise;
    await publish.audit(tenant, 'f1');
    await publish.audit(tenant, 'f2');
    pass.resolve();
    const ready = (await raw.receive()).payload;
    assert.deepEqual([ready.data, ready.extensions.ready], [null, true]);
    const first = (await raw.receive()).payload;
    assert.deepEqual(first.data, { fairnessAuditUpdated: { id: 'f1', name: 'Audit f1' } });
    assert.deepEqual(first.extensions, { cursor: ready.extensions.cursor, first: true });
    const event = (await raw.receive()).payload;
    assert.deepEqual([event.data.fairnessAuditUpdated.id, event.extensions.first], ['f1', undefined]);
    assert.notEqual(event.extensions.cursor, first.extensions.cursor);

    // Who goes on from a cursor gets what was missed, and no first value; who names no audit gets events alone; one that is not there is an error.
    raw.send({ id: '2', type: 'subscribe', payload: { query, variables: { id: 'f1' }, extensions: { cursor: ready.extensions.cursor } } });
    assert.deepEqual((await raw.receive()).payload, event);
    raw.send({ id: '3', type: 'subscribe', payload: { query, extensions: { cursor: null } } });
    assert.equal((await raw.receive()).payload.extensions.ready, true);
    raw.send({ id: '4', type: 'subscribe', payload: { query, variables: { id: 'gone-1' } } });
    const gone = (await raw.receive()).payload;
    assert.deepEqual([gone.data, gone.errors[0].extensions.code, gone.extensions.first], [null, 'NOT_FOUND', true]);
    await publish.audit(tenant, 'f3');
    const last = await raw.receive();
    assert.deepEqual([last.id, last.payload.data.fairnessAuditUpdated.name], ['3', 'Audit f3']);
    raw.socket.terminate();
  });
});

test('a service that goes away in the middle of a stream is an error in that message, and the stream goes on', async () => {
  let down = false;
  await using world = await startEventWorld({
    before: async (name) => {
      if (down && name === 'sentiment') throw new Error('gone');
    },
  });
  const publish = createPublisher(world.parts);
  const tenant = newTenant();
  const subscription = await world.subscribe('subscription { sentimentAnalyzed { id note } }', {
    token: await world.token({ tenant, scopes: ['sentiment:read'] }),
  });
  await publish.analysis(tenant, 'a1');
  assert.equal((await subscription.next()).data.sentimentAnalyzed.id, 'a1');
  down = true;
  await publish.analysis(tenant, 'a2');
  const { data, errors } = await subscription.next();
  assert.deepEqual([data, errors[0].extensions.code, errors[0].path], [null, 'SERVICE_UNAVAILABLE', ['sentimentAnalyzed', 'note']]);
  down = false;
  await publish.analysis(tenant, 'a3');
  assert.equal((await subscription.next()).data.sentimentAnalyzed.id, 'a3');
});
