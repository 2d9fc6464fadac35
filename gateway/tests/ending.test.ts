import { newTenant } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createPublisher, type EventWorld, greet, startEventWorld, trainings } from './events-fixture.ts';

const PROGRESS = 'subscription($id: ID!) { trainingProgress(id: $id) { id status progress error } }';

describe('a stream that comes to an end', () => {
  let world: EventWorld;
  let publish: ReturnType<typeof createPublisher>;
  before(async () => {
    world = await startEventWorld();
    publish = createPublisher(world.parts);
  });
  after(() => world[Symbol.asyncDispose]());

  const open = async (tenant: string, id: string, extensions?: object) => {
    const raw = await greet(world, await world.token({ tenant, scopes: ['models:read'] }));
    raw.send({ id: '1', type: 'subscribe', payload: { query: PROGRESS, variables: { id }, ...(extensions ? { extensions } : {}) } });
    return raw;
  };
  const told = ({ payload }: any) => {
    const { status, progress } = payload.data.trainingProgress;
    return [status, progress, payload.extensions.first ?? false];
  };

  test('begins with what is there, brings every change as it was when it happened, and ends with the last', async () => {
    const [tenant, id] = [newTenant(), 'run-1'];
    trainings.set(id, { status: 'QUEUED', progress: 0 });
    const raw = await open(tenant, id);
    assert.deepEqual(told(await raw.receive()), ['QUEUED', 0, true]);
    trainings.set(id, { status: 'FAILED', progress: 0.5 }); // who asks now is told the end; who follows, the way there
    await publish.training(tenant, 'another run', 'SUCCEEDED', 1);
    await publish.training(newTenant(), id, 'SUCCEEDED', 1);
    await publish.training(tenant, id, 'RUNNING');
    await publish.training(tenant, id, 'RUNNING', 0.5);
    await publish.training(tenant, id, 'FAILED', 0.5);
    const messages = [await raw.receive(), await raw.receive(), await raw.receive()];
    assert.deepEqual(messages.map(told), [
      ['RUNNING', 0, false],
      ['RUNNING', 0.5, false],
      ['FAILED', 0.5, false],
    ]);
    assert.equal(messages[2].payload.data.trainingProgress.error, 'It was not better.');
    assert.deepEqual(await raw.receive(), { id: '1', type: 'complete' });
    raw.socket.close();
  });

  test('what has ended already is told once, and that is all', async () => {
    trainings.set('run-2', { status: 'SUCCEEDED', progress: 1 });
    const raw = await open(newTenant(), 'run-2');
    assert.deepEqual(told(await raw.receive()), ['SUCCEEDED', 1, true]);
    assert.deepEqual(await raw.receive(), { id: '1', type: 'complete' });
    raw.socket.close();
  });

  test('what is not there is NOT_FOUND, and ends too', async () => {
    const raw = await open(newTenant(), 'nobody knows');
    const { payload } = await raw.receive();
    assert.deepEqual([payload.data, payload.errors[0].extensions.code], [null, 'NOT_FOUND']);
    assert.deepEqual(await raw.receive(), { id: '1', type: 'complete' });
    raw.socket.close();
  });

  test('a cursor brings what was missed up to the end; one from behind the end brings the end again', async () => {
    const [tenant, id] = [newTenant(), 'run-3'];
    trainings.set(id, { status: 'QUEUED', progress: 0 });
    const first = await open(tenant, id);
    const { cursor } = (await first.receive()).payload.extensions;
    first.socket.terminate();
    await publish.training(tenant, id, 'RUNNING');
    await publish.training(tenant, id, 'SUCCEEDED', 1);
    trainings.set(id, { status: 'SUCCEEDED', progress: 1 });
    const second = await open(tenant, id, { cursor });
    assert.deepEqual(told(await second.receive()), ['RUNNING', 0, false]);
    const end = await second.receive();
    assert.deepEqual(told(end), ['SUCCEEDED', 1, false]);
    assert.equal((await second.receive()).type, 'complete');
    second.socket.close();
    const third = await open(tenant, id, { cursor: end.payload.extensions.cursor });
    assert.deepEqual(told(await third.receive()), ['SUCCEEDED', 1, true]);
    assert.equal((await third.receive()).type, 'complete');
    third.socket.close();
  });

  test('one that goes on from a cursor while it runs gets no first value', async () => {
    const [tenant, id] = [newTenant(), 'run-4'];
    trainings.set(id, { status: 'RUNNING', progress: 0.1 });
    const first = await open(tenant, id);
    const { cursor } = (await first.receive()).payload.extensions;
    first.socket.terminate();
    const second = await open(tenant, id, { cursor });
    await publish.training(tenant, id, 'RUNNING', 0.2);
    assert.deepEqual(told(await second.receive()), ['RUNNING', 0.2, false]);
    second.socket.close();
  });
});
