import { ConfigError, customerDataOf, firstIdAt } from '@customerai/service';
import { askOk, createTestParts, newTenant, type TestParts, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseConfig } from '../src/index.ts';
import { openDuckdbWarehouse } from '../src/store/duckdb-warehouse.ts';
import { startTestAnalytics, story, tell } from './facts.ts';

const KPIS = '{ kpis(range: { from: "2026-03-01T00:00:00Z", to: "2026-04-01T00:00:00Z" }) { interactions openReviews averageScore } }';
const reviewed = () =>
  story({ sentiment: { label: 'NEGATIVE', score: -0.5 }, draftedAfter: 10, review: { reasons: ['PII'], dueAt: '2026-03-03T00:00:00.000Z' } });
const open = (path: string) => openDuckdbWarehouse({ path, threads: 1, memory: '64MB' });
const fileOf = (parts: TestParts) => join(parts.dataDir, 'warehouse.duckdb');

/** A process of its own that knows `openDuckdbWarehouse`. */
function runModule(source: string) {
  const imports = `import { openDuckdbWarehouse } from ${JSON.stringify(import.meta.resolve('../src/store/duckdb-warehouse.ts'))};`;
  return execFile(process.execPath, ['--input-type=module', '-e', imports + source]);
}

/** Starts analytics on these parts, waits until it has recorded everything, asks, and stops. */
async function kpisAfterStart(parts: TestParts, tenant: string, expected = 0) {
  await using analytics = await startTestAnalytics({}, parts);
  await analytics.drain();
  for (;;) {
    const { kpis } = await askOk(analytics.subgraph, KPIS, {}, viewer(tenant, ['analytics:read']));
    if (kpis.interactions >= expected) return kpis;
  }
}

describe('the warehouse', () => {
  it('keeps its facts over a restart', async () => {
    await using parts = await createTestParts();
    const tenant = newTenant();
    await tell(parts, tenant, [reviewed(), reviewed()]);
    const expected = { interactions: 2, openReviews: 2, averageScore: -0.5 };
    assert.deepEqual(await kpisAfterStart(parts, tenant), expected);
    assert.deepEqual(await kpisAfterStart(parts, tenant), expected);
    await tell(parts, tenant, [reviewed()]);
    assert.deepEqual(await kpisAfterStart(parts, tenant), { ...expected, interactions: 3, openReviews: 3 });
  });

  it('lets go of what is too old in batches, and of nobody else', async () => {
    await using parts = await createTestParts();
    const [tenant, other] = [newTenant(), newTenant()];
    await using analytics = await startTestAnalytics({}, parts);
    const ofDay = (day: number, number: number) => ({ ...reviewed(), interactionId: `${firstIdAt(Date.UTC(2026, 1, day)).slice(0, -1)}${number}` });
    const stories = [ofDay(1, 1), ofDay(1, 2), ofDay(2, 3), ofDay(3, 4)];
    await tell(parts, tenant, stories);
    await tell(parts, other, stories);
    await analytics.drain();
    const expire = (first: number, dryRun = false, held: string[] = []) =>
      parts.rpc.call(customerDataOf('analytics').expire, {
        tenant,
        before: { analytics: firstIdAt(Date.UTC(2026, 1, 3)), drafts: firstIdAt(Date.now()) },
        held,
        first,
        dryRun,
      });
    const perStory = 5; // message, analysis, draft, item, its change
    const held = [stories[1]!.interactionId];
    assert.deepEqual(await expire(1, true), { records: 3 * perStory, more: false });
    assert.deepEqual(await expire(1, true, held), { records: 2 * perStory, more: false });
    const batches = [await expire(7, false, held), await expire(7, false, held), await expire(7)];
    assert.deepEqual(batches, [
      { records: 7, more: true },
      { records: 3, more: false },
      { records: 5, more: false },
    ]);
    const left = async (name: string) => (await askOk(analytics.subgraph, KPIS, {}, viewer(name, ['analytics:read']))).kpis;
    assert.deepEqual(
      [await left(tenant), await left(other)],
      [
        { interactions: 1, openReviews: 1, averageScore: -0.5 },
        { interactions: 4, openReviews: 4, averageScore: -0.5 },
      ],
    );
  });

  it('is copied while it records, and the copy is a warehouse', async () => {
    await using parts = await createTestParts();
    const tenant = newTenant();
    await using analytics = await startTestAnalytics({}, parts);
    await tell(parts, tenant, [reviewed(), reviewed()]);
    await analytics.drain();
    const more = tell(parts, tenant, [reviewed(), reviewed()]);
    await mkdir(join(parts.dataDir, 'copied'));
    await analytics.snapshot(join(parts.dataDir, 'copied'));
    await more;
    await using copy = await open(join(parts.dataDir, 'copied', 'warehouse.duckdb'));
    const { interactions } = await copy.kpis(tenant, { from: new Date('2026-03-01'), to: new Date('2026-04-01') }, new Date());
    assert.ok(interactions >= 2 && interactions <= 4);
  });

  it('is filled again from the event log when its file is lost', { timeout: 20_000 }, async () => {
    await using parts = await createTestParts();
    const tenant = newTenant();
    await tell(parts, tenant, [reviewed(), reviewed()]);
    const before = await kpisAfterStart(parts, tenant);
    await rm(fileOf(parts));
    assert.deepEqual(await kpisAfterStart(parts, tenant, 2), before);
  });

  it('records 2,000 facts of a burst in a few writes, each once', async () => {
    await using warehouse = await open(':memory:');
    const facts = Array.from({ length: 2_000 }, (_, n) => ({
      kind: 'interactions' as const,
      tenant: 'acme',
      eventTime: '2026-03-02T08:00:00.000Z',
      receivedAt: '2026-03-02T08:00:00.000Z',
      interactionId: `i-${n % 1_000}`,
      customerId: 'c',
      channel: 'CHAT',
      language: 'en',
    }));
    await Promise.all(facts.map((fact) => warehouse.record([fact])));
    const { interactions } = await warehouse.kpis('acme', { from: new Date('2026-03-01'), to: new Date('2026-04-01') }, new Date());
    assert.equal(interactions, 1_000);
  });

  it('lets one bad fact fail alone', async () => {
    await using warehouse = await open(':memory:');
    const fact = {
      kind: 'interactions' as const,
      tenant: 'acme',
      eventTime: '2026-03-02T08:00:00.000Z',
      customerId: 'c',
      channel: 'CHAT',
      language: 'en',
    };
    const [good, bad] = await Promise.allSettled([
      warehouse.record([{ ...fact, interactionId: 'good', receivedAt: fact.eventTime }]),
      warehouse.record([{ ...fact, interactionId: 'bad', receivedAt: 'yesterday' }]),
    ]);
    assert.deepEqual([good.status, bad.status], ['fulfilled', 'rejected']);
  });

  it('takes the later analysis of an interaction, whichever comes last', async () => {
    await using warehouse = await open(':memory:');
    const at = '2026-03-02T08:00:00.000Z';
    const about = { tenant: 'acme', eventTime: at, interactionId: 'i', customerId: 'c', channel: 'CHAT', receivedAt: at };
    const analysis = { ...about, kind: 'analyses' as const, label: 'NEUTRAL', model: 'm@1', emotions: [], aspects: [] };
    await warehouse.record([{ ...about, kind: 'interactions', language: 'en' }]);
    await warehouse.record([{ ...analysis, analyzedAt: '2026-03-02T09:00:00.000Z', score: 0.25 }]);
    await warehouse.record([{ ...analysis, analyzedAt: '2026-03-02T08:30:00.000Z', score: -1 }]);
    const range = { from: new Date('2026-03-01'), to: new Date('2026-04-01') };
    assert.equal((await warehouse.kpis('acme', range, new Date())).averageScore, 0.25);
    await warehouse.record([{ ...analysis, analyzedAt: '2026-03-02T10:00:00.000Z', score: 0.75 }]);
    assert.equal((await warehouse.kpis('acme', range, new Date())).averageScore, 0.75);
  });

  it('has what it acknowledged after its process is killed', async () => {
    await using parts = await createTestParts();
    const fact = {
      kind: 'interactions',
      tenant: 'acme',
      eventTime: '2026-03-02T08:00:00.000Z',
      receivedAt: '2026-03-02T08:00:00.000Z',
      customerId: 'c',
      channel: 'CHAT',
      language: 'en',
    };
    const other = runModule(`const warehouse = await openDuckdbWarehouse(${JSON.stringify({ path: fileOf(parts), threads: 1, memory: '64MB' })});
      await warehouse.record(Array.from({ length: 100 }, (_, n) => ({ ...${JSON.stringify(fact)}, interactionId: 'i' + n })));
      console.log('recorded'); setInterval(() => {}, 1e6);`);
    await once(other.stdout!, 'data');
    other.kill('SIGKILL');
    await once(other, 'exit');
    await using warehouse = await open(fileOf(parts));
    const { interactions } = await warehouse.kpis('acme', { from: new Date('2026-03-01'), to: new Date('2026-04-01') }, new Date());
    assert.equal(interactions, 100);
  });

  it('refuses a file that is no warehouse, naming path and remedy', async () => {
    await using parts = await createTestParts();
    await writeFile(fileOf(parts), 'this is a shopping list, and long enough to be read as a header. '.repeat(100));
    await assert.rejects(startTestAnalytics({}, parts), (error: Error) => {
      assert.ok(error instanceof ConfigError);
      assert.ok(error.message.includes(fileOf(parts)));
      assert.match(error.message, /move it away/);
      return true;
    });
  });

  it('refuses a file that another process uses, naming path and remedy', async () => {
    await using parts = await createTestParts();
    const other = runModule(
      `await openDuckdbWarehouse(${JSON.stringify({ path: fileOf(parts), threads: 1, memory: '64MB' })}); console.log('open'); setInterval(() => {}, 1e6);`,
    );
    try {
      await once(other.stdout!, 'data');
      await assert.rejects(startTestAnalytics({}, parts), (error: Error) => {
        assert.ok(error instanceof ConfigError);
        assert.ok(error.message.includes(fileOf(parts)));
        assert.match(error.message, new RegExp(`another process uses it.*${other.pid}.*WAREHOUSE_PATH`));
        return true;
      });
    } finally {
      other.kill('SIGKILL');
    }
  });
});

it('the configuration names every wrong variable', () => {
  assert.throws(() => parseConfig({ WAREHOUSE_THREADS: '0', WAREHOUSE_MEMORY: 'lots' }), /WAREHOUSE_THREADS[\s\S]*WAREHOUSE_MEMORY/);
  assert.deepEqual(parseConfig({}), {
    warehouse: { path: undefined, threads: 1, memory: '256MB' },
    exportLifetimeMs: 3_600_000,
    alerts: { everyMs: 15_000, webhooks: 'public' },
  });
});
