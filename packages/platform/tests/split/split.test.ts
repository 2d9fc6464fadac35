import { skipWithout } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isAlive } from '../../src/data-directory.ts';
import type { ServiceStatus } from '../../src/split/control.ts';
import { type SplitProcess, startSplit } from './split-fixture.ts';
import { startLoad } from './steady-load.ts';

const SUBMIT = `mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }`;
const KPIS = `query { kpis(range: { from: "1990-01-01T00:00:00Z", to: "2100-01-01T00:00:00Z" }) { interactions } }`;
const QUEUE = `query { reviewQueue(first: 3) { edges { node { id response { text } interaction { customer { name } } } } } }`;
const UPDATES = `subscription { reviewQueueUpdated { change item { interaction { externalId customer { name } sentiment { label } } response { text } } } }`;
const angry = (externalId: string, customerId = externalId) => ({
  externalId,
  customerId,
  customerName: 'Mara Lindqvist',
  channel: 'EMAIL',
  text: 'My parcel is eleven days late, this is the worst service ever and I am furious.',
});

/** Reads a stream of review items until all of these messages have got one. */
async function untilReviewed(updates: AsyncIterable<any>, externalIds: Iterable<string>): Promise<any[]> {
  const waiting = new Set(externalIds);
  const items: any[] = [];
  for await (const { data } of updates) {
    const { change, item } = data.reviewQueueUpdated;
    if (change === 'ADDED' && waiting.delete(item.interaction.externalId)) items.push(item);
    if (waiting.size === 0) break;
  }
  return items;
}

describe('one process a service', { skip: skipWithout('nats-server'), timeout: 280_000 }, () => {
  let split: SplitProcess;
  before(async () => (split = await startSplit()), { timeout: 120_000 });
  after(() => split?.[Symbol.asyncDispose]());
  const pidOf = async (name: string) => (await split.status()).find((part) => part.name === name)!.pid!;

  test('a message goes through every service to a subscriber', async () => {
    const { client } = split;
    await using updates = await client.subscribe(UPDATES);
    await client.queryOk(SUBMIT, { input: angry('first') });
    const [item] = await untilReviewed(updates, ['first']);
    assert.deepEqual([item.interaction.customer.name, item.interaction.sentiment.label], ['Mara Lindqvist', 'NEGATIVE']);
    assert.ok(item.response.text.length > 0);
  });

  test('status names every part, its process and where it is', async () => {
    const parts = JSON.parse((await split.command('status', '--json')).output) as ServiceStatus[];
    assert.deepEqual(
      parts.filter(({ name }) => !['nats', 'redis'].includes(name)).map(({ name, state }) => [name, state]),
      ['supervisor', 'auth', 'sentiment', 'generation', 'privacy', 'fairness', 'review', 'analytics', 'ai', 'gateway'].map((name) => [name, 'ready']),
    );
    for (const { pid, memoryMb } of parts) assert.ok(isAlive(pid!) && memoryMb! > 5);
    assert.match((await split.command('status')).output, /^service +state +pid +url +uptime +memory +restarts +version$/m);
  });

  test('a service answers nobody but the gateway', async () => {
    const { url } = (await split.status()).find(({ name }) => name === 'sentiment')!;
    const response = await fetch(url!, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ _service { sdl } }' }),
    });
    assert.equal(response.status, 401);
    assert.doesNotMatch(await response.text(), /type Query/);
  });

  test('a second supervisor on the same directory is refused', async () => {
    const { code, output } = await split.command('start', '--split');
    assert.equal(code, 1);
    assert.match(output, new RegExp(`Another platform \\(process ${split.pid}\\) uses the data directory`));
  });

  test('services and the gateway are replaced under load without a failed request', { timeout: 150_000 }, async () => {
    const operations = [
      [SUBMIT, (index: number) => ({ input: angry(`load-${index}`, `c-${index % 20}`) })],
      [QUEUE, () => ({})],
      [KPIS, () => ({})],
      [QUEUE, () => ({})],
      [KPIS, () => ({})],
    ] as const;
    const load = startLoad(split.client, operations, { rate: 20, atATime: 8 });
    const { code, output } = await split.command('restart', 'review', 'analytics', 'gateway');
    const { sent, failures } = await load.stop();
    assert.equal(code, 0, output);
    assert.deepEqual(failures.slice(0, 3), [], split.output().slice(-2_000));
    assert.ok(sent > 20);
  });

  test('a service that is killed in the middle loses nothing and comes back', { timeout: 150_000 }, async () => {
    const { client } = split;
    const ids = Array.from({ length: 12 }, (_, index) => `killed-${index}`);
    await using updates = await client.subscribe(UPDATES);
    const arrived = untilReviewed(updates, ids);
    const victim = await pidOf('generation');
    for (const [index, id] of ids.entries()) {
      if (index === 6) process.kill(victim, 'SIGKILL');
      await client.queryOk(SUBMIT, { input: angry(id) });
    }
    assert.equal((await arrived).length, ids.length);
    const generation = (await split.status()).find(({ name }) => name === 'generation')!;
    assert.deepEqual([generation.state, generation.restarts], ['ready', 1]);
    assert.notEqual(generation.pid, victim);
    assert.match(split.output(), /generation ended with signal SIGKILL; starting it again in \d+ ms/);
  });

  test('Ctrl-C drains everything, exits with 0 and leaves no process', async () => {
    const pids = (await split.status()).map(({ pid }) => pid!);
    split.signal('SIGINT');
    const { code, output } = await split.ended;
    assert.equal(code, 0, output);
    assert.deepEqual(pids.filter(isAlive), []);
    assert.match((await split.command('status')).output, /No platform runs on the data directory/);
  });
});

describe('one process a service, without servers beside them', { timeout: 280_000 }, () => {
  let split: SplitProcess;
  before(async () => (split = await startSplit({ NATS_URL: 'embedded:', REDIS_URL: 'memory:' })), { timeout: 120_000 });
  after(() => split?.[Symbol.asyncDispose]());

  test('a message goes through, also while the services that carry it are replaced', { timeout: 150_000 }, async () => {
    const { client } = split;
    const ids = Array.from({ length: 8 }, (_, index) => `moved-${index}`);
    await using updates = await client.subscribe(UPDATES);
    const arrived = untilReviewed(updates, ids);
    for (const id of ids.slice(0, 4)) await client.queryOk(SUBMIT, { input: angry(id) });
    const restarted = split.command('restart', 'generation', 'privacy');
    for (const id of ids.slice(4)) await client.queryOk(SUBMIT, { input: angry(id) });
    assert.equal((await arrived).length, ids.length);
    assert.equal((await restarted).code, 0);
  });

  test('a supervisor that is killed takes everything along, and the next start goes on', async () => {
    const pids = (await split.status()).map(({ pid }) => pid!);
    process.kill(split.pid, 'SIGKILL');
    await split.ended;
    for (let wait = 0; wait < 200 && pids.some(isAlive); wait++) await new Promise((resolve) => setTimeout(resolve, 25));
    assert.deepEqual(pids.filter(isAlive), []);
    assert.match((await split.command('status')).output, /was killed \(process \d+\)\. Start it again/);
  });
});
