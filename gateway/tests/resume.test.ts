import { newTenant } from '@customerai/testkit';
import { createCursors, logTag } from '../src/subscribe/cursor.ts';
import { startGateway } from '../src/start.ts';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createPublisher, type EventWorld, greet, startEventWorld } from './events-fixture.ts';
import { CURSOR_KEY } from './fixture.ts';

const ANALYSES = 'subscription { sentimentAnalyzed { id } }';
const scopes = ['sentiment:read', 'responses:read', 'reviews:read'];
const idOf = (message: any) => message.payload.data.sentimentAnalyzed.id;

describe('resuming', () => {
  let world: EventWorld;
  let publish: ReturnType<typeof createPublisher>;
  before(async () => {
    world = await startEventWorld();
    publish = createPublisher(world.parts);
  });
  after(() => world[Symbol.asyncDispose]());

  const open = async (tenant: string, extensions?: object, url?: string) => {
    const raw = await greet(world, await world.token({ tenant, scopes }), url);
    raw.send({ id: '1', type: 'subscribe', payload: { query: ANALYSES, ...(extensions ? { extensions } : {}) } });
    return raw;
  };

  test('a subscriber that asks for it learns at once where it begins, and can go on from there', async () => {
    const tenant = newTenant();
    const first = await open(tenant, { cursor: null });
    const { payload } = await first.receive();
    assert.deepEqual(payload, { data: null, extensions: { cursor: payload.extensions.cursor, ready: true } });
    first.socket.terminate();
    await publish.analysis(tenant, 'a1');
    await publish.analysis(newTenant(), 'b1');
    await publish.analysis(tenant, 'a2');
    const second = await open(tenant, { cursor: payload.extensions.cursor });
    assert.deepEqual([idOf(await second.receive()), idOf(await second.receive())], ['a1', 'a2']);
    await publish.analysis(tenant, 'a3');
    const { payload: last } = await second.receive();
    assert.equal(last.data.sentimentAnalyzed.id, 'a3');
    second.socket.close();
  });

  test('a cursor outlives the gateway that gave it', async () => {
    const tenant = newTenant();
    const { parts, supergraphSdl, targets } = world;
    const begin = () => startGateway({ PORT: '0' }, { ...parts, supergraphSdl, subgraphs: targets });
    let cursor: string;
    {
      await using gateway = await begin();
      const raw = await open(tenant, { cursor: null }, gateway.url);
      ({ cursor } = (await raw.receive()).payload.extensions);
      await publish.analysis(tenant, 'a1');
      const message = await raw.receive();
      assert.equal(idOf(message), 'a1');
      ({ cursor } = message.payload.extensions);
    }
    await publish.analysis(tenant, 'a2');
    await using gateway = await begin();
    const raw = await open(tenant, { cursor }, gateway.url);
    assert.equal(idOf(await raw.receive()), 'a2');
    raw.socket.terminate();
  });

  test('a cursor is good for other fields and filters of its tenant, and for nobody else', async () => {
    const tenant = newTenant();
    const first = await open(tenant, { cursor: null });
    const { cursor } = (await first.receive()).payload.extensions;
    await publish.draft(tenant, 'r1');
    first.send({ id: '2', type: 'subscribe', payload: { query: 'subscription { responseGenerated { id } }', extensions: { cursor } } });
    assert.equal((await first.receive()).payload.data.responseGenerated.id, 'r1');

    const stranger = await open(newTenant(), { cursor });
    const refused = await stranger.receive();
    assert.deepEqual(
      [refused.type, refused.payload[0].extensions.code, refused.payload[0].extensions.argument],
      ['error', 'BAD_USER_INPUT', 'extensions.cursor'],
    );
    for (const raw of [first, stranger]) raw.socket.terminate();
  });

  test('a forged cursor is refused; one of another log, or older than what is kept, brings a message to begin anew', async () => {
    const tenant = newTenant();
    const { id, last } = await world.parts.bus.extent();
    const ours = createCursors(Buffer.from(CURSOR_KEY, 'base64url'));
    const right = ours.issue(tenant, { sequence: last, log: logTag(id) });
    const flipped = `${right.slice(0, 8)}${right[8] === 'A' ? 'B' : 'A'}${right.slice(9)}`;
    const others = createCursors(Buffer.alloc(32, 1)).issue(tenant, { sequence: last, log: logTag(id) });
    for (const cursor of [flipped, others, right.slice(1), `${right}A`, '', 'x', 7, {}, [right]]) {
      const raw = await open(tenant, { cursor });
      const { type, payload } = await raw.receive();
      assert.deepEqual([type, payload[0].extensions.code], ['error', 'BAD_USER_INPUT'], JSON.stringify(cursor));
      raw.socket.terminate();
    }
    for (const place of [
      { sequence: last, log: logTag('another log') },
      { sequence: last + 1_000, log: logTag(id) },
    ]) {
      const raw = await open(tenant, { cursor: ours.issue(tenant, place) });
      const { type, payload } = await raw.receive();
      assert.deepEqual([type, payload.data, payload.extensions.resync], ['next', null, true]);
      await publish.analysis(tenant, 'later');
      assert.equal(idOf(await raw.receive()), 'later');
      raw.socket.terminate();
    }
  });

  test('the messages of a replay are those of the stream', async () => {
    const tenant = newTenant();
    const live = await open(tenant, { cursor: null });
    const { cursor } = (await live.receive()).payload.extensions;
    for (let n = 0; n < 50; n++) await publish.analysis(tenant, `a${n}`);
    const seen = [];
    for (let n = 0; n < 50; n++) seen.push(await live.receive());
    const again = await open(tenant, { cursor });
    const replayed = [];
    for (let n = 0; n < 50; n++) replayed.push(await again.receive());
    assert.deepEqual(replayed, seen);
    for (const raw of [live, again]) raw.socket.terminate();
  });
});
