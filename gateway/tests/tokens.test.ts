import { authSessionRevoked, authUserChanged } from '@customerai/events';
import { newId } from '@customerai/service';
import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createPublisher, type EventWorld, greet, startEventWorld } from './events-fixture.ts';

const ANALYSES = 'subscription { sentimentAnalyzed { id note } }';
const scopes = ['sentiment:read', 'reviews:read'];

describe('tokens over time', () => {
  let world: EventWorld;
  let publish: ReturnType<typeof createPublisher>;
  before(async () => {
    world = await startEventWorld();
    publish = createPublisher(world.parts);
  });
  after(() => world[Symbol.asyncDispose]());

  const tell = {
    revoked: (tenant: string, userId: string, sessionId: string) =>
      world.parts.bus.publish(
        authSessionRevoked.create({
          ...envelope(tenant, userId),
          data: { userId, sessionId, reason: 'SIGN_OUT', at: world.parts.clock().toISOString() },
        }),
      ),
    changed: (tenant: string, userId: string, left: readonly string[], disabled = false) =>
      world.parts.bus.publish(
        authUserChanged.create({
          ...envelope(tenant, userId),
          data: { userId, roles: [], scopes: [...left], disabled, at: world.parts.clock().toISOString() },
        }),
      ),
  };
  const envelope = (tenant: string, partitionkey: string) => ({ id: newId(), source: 'auth', tenant, partitionkey, time: world.parts.clock() });

  test('a fresh token takes the place of the old one on the open socket, and the stream goes on', async () => {
    const tenant = newTenant();
    const raw = await greet(world, await world.token({ tenant, scopes, lasts: 60 }));
    raw.send({ id: '1', type: 'subscribe', payload: { query: ANALYSES } });
    const fresh = await world.token({ tenant, scopes, lasts: 900 });
    raw.send({ type: 'ping', payload: { authorization: `Bearer ${fresh}` } });
    const pong = await raw.receive();
    assert.deepEqual([pong.type, pong.payload.authorization], ['pong', 'accepted']);
    world.parts.clock.advance(61_000);
    await new Promise((resolve) => setTimeout(resolve, 400)); // more than a round of those that look for ended tokens
    await publish.analysis(tenant, 'a1');
    assert.equal((await raw.receive()).payload.data.sentimentAnalyzed.id, 'a1');
    raw.socket.close();
  });

  test('a token of another person, or a bad one, is not taken', async () => {
    const raw = await greet(world, await world.token({ scopes }));
    for (const authorization of [`Bearer ${await world.token({ scopes, id: 'eve' })}`, 'Bearer nonsense', 'Bearer ', 7]) {
      raw.send({ type: 'ping', payload: { authorization } });
      const { type, payload } = await raw.receive();
      assert.deepEqual([type, payload.authorization], ['pong', 'refused']);
    }
    raw.send({ type: 'ping', payload: { n: 1 } });
    assert.deepEqual(await raw.receive(), { type: 'pong', payload: { n: 1 } });
    raw.socket.close();
  });

  test('who signs out is out: sockets, streams and access tokens, within two seconds', async () => {
    const tenant = newTenant();
    const mine = await world.token({ tenant, scopes, id: 'u1', claims: { sid: 's1' } });
    const other = await world.token({ tenant, scopes, id: 'u1', claims: { sid: 's2' } });
    const [gone, stays] = [await greet(world, mine), await greet(world, other)];
    const start = performance.now();
    await tell.revoked(tenant, 'u1', 's1');
    const { code, reason } = await gone.closed;
    assert.ok(performance.now() - start < 2_000);
    assert.equal(code, 4403);
    assert.match(reason, /session was ended/);
    assert.equal((await world.post('{ me { name } }', { token: mine })).status, 401);
    assert.equal((await world.post('{ me { name } }', { token: other })).status, 200);
    stays.send({ type: 'ping' });
    assert.equal((await stays.receive()).type, 'pong');
    stays.socket.close();
  });

  test('who loses a right loses the subscriptions that need it, and keeps the others', async () => {
    const tenant = newTenant();
    const token = await world.token({ tenant, scopes, id: 'u1' });
    const raw = await greet(world, token);
    raw.send({ id: 'a', type: 'subscribe', payload: { query: 'subscription { sentimentAnalyzed { id } }' } });
    raw.send({ id: 'r', type: 'subscribe', payload: { query: 'subscription { reviewQueueUpdated { change } }' } });
    raw.send({ id: 'q', type: 'subscribe', payload: { query: '{ __typename }' } });
    await raw.receive();
    await raw.receive();
    await tell.changed(tenant, 'u1', ['sentiment:read']);
    const ended = await raw.receive();
    assert.deepEqual([ended.id, ended.type, ended.payload[0].extensions.code], ['r', 'error', 'FORBIDDEN']);
    await publish.analysis(tenant, 'a1');
    assert.equal((await raw.receive()).payload.data.sentimentAnalyzed.id, 'a1');
    raw.send({ id: 'r', type: 'subscribe', payload: { query: 'subscription { reviewQueueUpdated { change } }' } });
    assert.equal((await raw.receive()).payload[0].extensions.code, 'FORBIDDEN');
    raw.socket.close();
  });

  test('who is disabled is out, until a newer token says otherwise', async () => {
    const tenant = newTenant();
    const raw = await greet(world, await world.token({ tenant, scopes, id: 'u1' }));
    await tell.changed(tenant, 'u1', [], true);
    assert.equal((await raw.closed).code, 4403);
    assert.equal((await world.post('{ hello }', { token: await world.token({ tenant, scopes, id: 'u1' }) })).status, 401);
    world.parts.clock.advance(2_000);
    assert.equal((await world.post('{ hello }', { token: await world.token({ tenant, scopes, id: 'u1' }) })).status, 200);
  });

  test('one person has so many sockets, and so many messages a second', async () => {
    await using small = await startEventWorld({ env: { MAX_SOCKETS_PER_USER: '2', MAX_SOCKET_MESSAGES_PER_SECOND: '20' } });
    const token = await small.token({ scopes });
    const first = await greet(small, token);
    await greet(small, token);
    const third = await greet(small, token, undefined, false);
    assert.deepEqual([(await third.closed).code], [4429]);
    await greet(small, await small.token({ scopes, id: 'somebody else' }));
    for (let n = 0; n < 30; n++) first.send({ type: 'ping' });
    assert.equal((await first.closed).code, 4429);
  });
});
