import { analyticsExport, customerDataOf, newId } from '@customerai/service';
import { ask, askOk, newTenant, viewer } from '@customerai/testkit';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import assert from 'node:assert/strict';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after as afterAll, before, describe, it } from 'node:test';
import { minutes, startTestAnalytics, story, tell } from './facts.ts';

const EXPORT = 'mutation($input: ExportInput!) { exportReport(input: $input) { id rows url expiresAt } }';
const march = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };

let analytics: Awaited<ReturnType<typeof startTestAnalytics>>;
before(async () => (analytics = await startTestAnalytics()));
afterAll(() => analytics[Symbol.asyncDispose]());

const asker = (tenant: string) => viewer(tenant, ['analytics:export']);
const make = async (tenant: string, input: object = {}) =>
  (await askOk(analytics.subgraph, EXPORT, { input: { range: march, format: 'CSV', ...input } }, asker(tenant))).exportReport;

/** What the gateway reads for a link, piece by piece. */
async function follow(url: string, change: object = {}) {
  const { pathname, searchParams } = new URL(url, 'http://platform');
  const link = {
    tenant: searchParams.get('tenant')!,
    file: pathname.split('/').at(-1)!,
    expires: Number(searchParams.get('expires')),
    signature: searchParams.get('signature')!,
  };
  const pieces: Buffer[] = [];
  for (let offset = 0; ; offset += pieces.at(-1)!.length) {
    const { bytes, size } = await analytics.parts.rpc.call(analyticsExport, { ...link, offset, ...change });
    pieces.push(Buffer.from(bytes, 'base64'));
    if (offset + pieces.at(-1)!.length >= size) return Buffer.concat(pieces);
  }
}

const told = story({
  interactionId: 'i-1',
  customerId: '=HYPERLINK("http://evil.example","click")',
  receivedAt: '2026-03-02T08:00:00.000Z',
  sentiment: { label: 'NEGATIVE', score: -0.75, emotions: ['anger', 'sadness'], aspects: [{ category: 'delivery', label: 'NEGATIVE', score: -0.9 }] },
  draftedAfter: 1_500,
  review: {
    reasons: ['NEGATIVE_SENTIMENT', 'SAMPLED'],
    dueAt: '2026-03-02T09:00:00.000Z',
    decision: { action: 'EDIT', by: 'rita', after: minutes(5) },
  },
});

describe('an export', () => {
  it('has a row for each interaction of the range, with what became of it, and nothing that a spreadsheet would run', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [
      told,
      story({ interactionId: 'i-2', receivedAt: '2026-03-03T08:00:00.000Z', customerId: '-1+1' }),
      story({ receivedAt: '2026-04-01T00:00:00.000Z' }),
    ]);
    await tell(analytics.parts, newTenant(), [story()]);
    await analytics.drain();
    const { rows, url, id } = await make(tenant);
    assert.equal(rows, 2);
    assert.ok(url.startsWith(`/api/v1/analytics/exports/${id}.csv?`));
    const [first, second] = parse((await follow(url)).toString(), { columns: true }) as Record<string, string>[];
    assert.deepEqual(first, {
      interaction_id: 'i-1',
      customer_id: `'=HYPERLINK("http://evil.example","click")`,
      channel: 'EMAIL',
      language: 'en',
      received_at: '2026-03-02T08:00:00.000Z',
      label: 'NEGATIVE',
      score: '-0.75',
      model: 'polarity@1.0.0',
      emotions: 'anger;sadness',
      aspects: 'delivery:NEGATIVE',
      drafted_at: '2026-03-02T08:00:01.500Z',
      review_opened_at: '2026-03-02T08:00:01.500Z',
      review_reasons: 'NEGATIVE_SENTIMENT;SAMPLED',
      decision: 'EDIT',
      decided_by: 'rita',
      decided_at: '2026-03-02T08:05:01.500Z',
    });
    assert.deepEqual([second!['customer_id'], second!['label'], second!['score'], second!['emotions']], [`'-1+1`, '', '', '']);
  });

  it('is Parquet too, with types, and as it was', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [told]);
    await analytics.drain();
    const { url, rows } = await make(tenant, { format: 'PARQUET' });
    assert.equal(rows, 1);
    const file = join(analytics.parts.dataDir, 'read.parquet');
    await writeFile(file, await follow(url));
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    const [row] = (await connection.runAndReadAll(`SELECT * FROM '${file}'`)).getRowObjectsJS() as Record<string, any>[];
    connection.closeSync();
    instance.closeSync();
    assert.equal(row!['customer_id'], told.customerId);
    assert.deepEqual(row!['received_at'], new Date('2026-03-02T08:00:00.000Z'));
    assert.deepEqual(row!['aspects'], [{ category: 'delivery', label: 'NEGATIVE', score: -0.9 }]);
  });

  it('holds only what the filter lets through, and is a file with a head alone where nothing is', async () => {
    const tenant = newTenant();
    await tell(analytics.parts, tenant, [story({ channel: 'CHAT' }), story({ channel: 'EMAIL' }), story({ channel: 'CHAT', language: 'de' })]);
    await analytics.drain();
    assert.equal((await make(tenant, { filter: { channel: ['CHAT'], language: ['en'] } })).rows, 1);
    const { rows, url } = await make(newTenant());
    assert.equal(rows, 0);
    assert.match((await follow(url)).toString(), /^interaction_id,customer_id,[\w,]+\n$/);
  });

  it('is read in pieces when it is large, whole', async () => {
    const tenant = newTenant();
    await tell(
      analytics.parts,
      tenant,
      Array.from({ length: 300 }, (_, index) => story({ interactionId: `i-${index}`, customerId: `customer-${'c'.repeat(1_000)}` })),
    );
    await analytics.drain();
    const { rows, url } = await make(tenant);
    const file = await follow(url);
    assert.ok(file.length > 256 * 1024);
    assert.deepEqual([rows, (parse(file.toString()) as unknown[]).length], [300, 301]);
  });

  it('is for whoever holds its link as it was given, until it expires; then the file goes', async () => {
    const tenant = newTenant();
    const { url, expiresAt } = await make(tenant);
    const folder = join(analytics.parts.dataDir, 'exports');
    const stored = async () => (await readdir(folder)).find((name) => url.includes(name.split('-').slice(2).join('-')));
    const name = (await stored())!;
    assert.equal((await stat(join(folder, name))).mode & 0o777, 0o600);
    assert.equal((await stat(folder)).mode & 0o777, 0o700);

    const forged = [
      { tenant: 'another' },
      { file: '../../../etc/passwd' },
      { expires: Date.parse(expiresAt) + 1 },
      { signature: 'x' },
      { signature: '' },
    ];
    for (const change of forged) await assert.rejects(follow(url, change), { code: 'FORBIDDEN' }, JSON.stringify(change));
    await follow(url);
    analytics.parts.clock.advance(minutes(60));
    await assert.rejects(follow(url), { code: 'NOT_FOUND', message: /expired/ });
    await make(tenant);
    assert.equal(await stored(), undefined);
  });

  it('goes when a customer of its tenant is erased, and those of others stay', async () => {
    const [tenant, other] = [newTenant(), newTenant()];
    await tell(analytics.parts, tenant, [story({ customerId: 'gone' })]);
    await analytics.drain();
    const [{ url }, { url: others }] = [await make(tenant), await make(other)];
    const before = newId();
    await analytics.parts.rpc.call(customerDataOf('analytics').erase, { tenant, customerId: 'gone', before });
    await assert.rejects(follow(url), { code: 'NOT_FOUND', message: /not there any more/ });
    await follow(others);
    assert.equal((await make(tenant)).rows, 0);
  });

  it('needs its scope, and a range', async () => {
    const input = { range: march, format: 'CSV' };
    assert.equal((await ask(analytics.subgraph, EXPORT, { input }, viewer(newTenant(), ['analytics:read']))).errors[0]!.code, 'FORBIDDEN');
    const empty = { ...input, range: { from: march.to, to: march.from } };
    assert.equal((await ask(analytics.subgraph, EXPORT, { input: empty }, asker(newTenant()))).errors[0]!.code, 'BAD_USER_INPUT');
  });

  it('waits for others, and is refused where too many wait', async () => {
    const tenant = newTenant();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(analytics.subgraph, EXPORT, { input: { range: march, format: 'CSV' } }, asker(tenant))),
    );
    assert.deepEqual(
      answers.map(({ errors }) => errors[0]?.code),
      [...Array(5).fill(undefined), ...Array(3).fill('RATE_LIMITED')],
    );
  });
});
