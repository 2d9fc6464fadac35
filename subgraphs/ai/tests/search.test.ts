import { interactionNew } from '@customerai/events';
import { customerDataOf, generationArticles, newId, sentimentInteraction, sentimentInteractions } from '@customerai/service';
import { ask, askOk, createTestParts, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startAi } from '../src/index.ts';
import { createTinyRepository } from './tiny-model.ts';

const parts = await createTestParts();
const repository = await createTinyRepository({ version: '1.0.0' });
const env = { MODELS_DIR: repository.directory };
let service = await startAi(env, parts);

/** What the owners have, by tenant. */
const articles = new Map<string, { id: string; title: string; body: string; revision: number; deleted: boolean }[]>();
const messages = new Map<string, { id: string; customerId: string; text: string }[]>();
let articleReads = 0;
const served = [
  await parts.rpc.serve(generationArticles, async ({ tenant, ids, after: revision = 0, first }) => {
    const all = articles.get(tenant) ?? [];
    if (ids) return { changes: all.filter(({ id, deleted }) => ids.includes(id) && !deleted) };
    articleReads += 1;
    const changed = all.filter((one) => one.revision > revision).toSorted((a, b) => a.revision - b.revision);
    return { changes: changed.slice(0, first) };
  }),
  await parts.rpc.serve(sentimentInteractions, async ({ tenant }) => ({ items: messages.get(tenant) ?? [] })),
  await parts.rpc.serve(sentimentInteraction, async ({ tenant, interactionId }) => {
    const found = (messages.get(tenant) ?? []).find(({ id }) => id === interactionId);
    return found ? { ...found, channel: 'EMAIL' as const, language: 'en', receivedAt: '2026-01-01T00:00:00.000Z' } : null;
  }),
];
after(async () => {
  await service[Symbol.asyncDispose]();
  for (const one of served) await one[Symbol.asyncDispose]();
  await repository[Symbol.asyncDispose]();
  await parts[Symbol.asyncDispose]();
});

const SEARCH =
  'query($query: String!, $corpus: SearchCorpus!, $first: Int) { semanticSearch(query: $query, corpus: $corpus, first: $first) { id corpus text score } }';
const asker = (tenant: string, ...scopes: string[]) => viewer(tenant, ['models:infer', 'interactions:read', ...scopes]);
async function search(tenant: string, corpus: string, query: string, first = 10): Promise<{ id: string; text: string; score: number }[]> {
  return (await askOk(service.subgraph, SEARCH, { query, corpus, first }, asker(tenant))).semanticSearch;
}
const idsOf = (hits: { id: string }[]) => hits.map(({ id }) => id);

function writeArticle(tenant: string, id: string, title: string, body: string, deleted = false): void {
  const all = (articles.get(tenant) ?? []).filter((one) => one.id !== id);
  const revision = Math.max(0, ...(articles.get(tenant) ?? []).map((one) => one.revision)) + 1;
  articles.set(tenant, [...all, { id, title, body, revision, deleted }]);
}
async function submit(tenant: string, customerId: string, text: string): Promise<string> {
  const id = newId();
  messages.set(tenant, [{ id, customerId, text }, ...(messages.get(tenant) ?? [])]);
  await parts.bus.publish(
    interactionNew.create({
      id: newId(),
      source: 'test',
      tenant,
      partitionkey: customerId,
      time: new Date(),
      data: { interactionId: id, customerId, channel: 'EMAIL', language: 'en', receivedAt: '2026-01-01T00:00:00.000Z' },
    }),
  );
  return id;
}

test('an article is found by the passage that means the same, best first, and follows its changes', async () => {
  const tenant = newTenant();
  writeArticle(tenant, 'password', 'Password', 'To reset your password you login .\n\nThis is another passage about money.');
  writeArticle(tenant, 'parcel', 'Parcel', 'The parcel of an order.');
  const [best, ...rest] = await search(tenant, 'KNOWLEDGE', 'reset my password');
  assert.deepEqual([best!.id, best!.text, rest.length], ['password', 'To reset your password you login .', 1]);
  assert.ok(best!.score > rest[0]!.score);

  writeArticle(tenant, 'password', 'Account', 'An account.');
  writeArticle(tenant, 'reset', 'Reset', 'reset password');
  assert.deepEqual(idsOf(await search(tenant, 'KNOWLEDGE', 'reset password', 1)), ['reset']);
  writeArticle(tenant, 'reset', '', '', true);
  assert.ok(!idsOf(await search(tenant, 'KNOWLEDGE', 'reset password')).includes('reset'));
});

test('messages are findable as they come, by those of the tenant who may read them', async () => {
  const tenant = newTenant();
  const late = await submit(tenant, 'c-1', 'the delivery was late');
  await submit(tenant, 'c-2', 'I love the screen');
  await parts.bus.settle();
  const [best] = await search(tenant, 'INTERACTIONS', 'late delivery');
  assert.deepEqual([best!.id, best!.text], [late, 'the delivery was late']);
  assert.deepEqual(await search(newTenant(), 'INTERACTIONS', 'late delivery'), []);
  const { errors } = await ask(service.subgraph, SEARCH, { query: 'late', corpus: 'INTERACTIONS' }, viewer(tenant, ['models:infer']));
  assert.equal(errors[0]!.code, 'FORBIDDEN');
});

test('a customer who is forgotten is found no more, also after a restart', async () => {
  const tenant = newTenant();
  await submit(tenant, 'c-1', 'refund my money');
  const stays = await submit(tenant, 'c-2', 'refund my order');
  await parts.bus.settle();
  assert.equal((await search(tenant, 'INTERACTIONS', 'refund')).length, 2);
  const { erase, read } = customerDataOf('ai');
  const keptOf = async (customerId: string) => (await parts.rpc.call(read, { tenant, customerId })).records.map(({ kind }) => kind);
  assert.deepEqual(await keptOf('c-1'), ['searchablePassage']);
  const before = newId();
  assert.deepEqual(await parts.rpc.call(erase, { tenant, customerId: 'c-1', before }), { records: 1 });
  assert.deepEqual(await parts.rpc.call(erase, { tenant, customerId: 'c-1', before }), { records: 0 });
  assert.deepEqual([await keptOf('c-1'), await keptOf('c-2')], [[], ['searchablePassage']]);
  assert.deepEqual(idsOf(await search(tenant, 'INTERACTIONS', 'refund')), [stays]);
  await service[Symbol.asyncDispose]();
  service = await startAi(env, parts);
  assert.deepEqual(idsOf(await search(tenant, 'INTERACTIONS', 'refund')), [stays]);
});

test('vectors outlive a restart; a new version of the model reads everything again', async () => {
  const tenant = newTenant();
  writeArticle(tenant, 'parcel', 'Parcel', 'The parcel of an order.');
  const message = await submit(tenant, 'c-1', 'my parcel');
  await parts.bus.settle();
  assert.deepEqual(idsOf(await search(tenant, 'KNOWLEDGE', 'parcel')), ['parcel']);
  await service[Symbol.asyncDispose]();
  await repository.write({ version: '2.0.0' });
  service = await startAi(env, parts);
  const before = articleReads;
  assert.deepEqual(idsOf(await search(tenant, 'KNOWLEDGE', 'parcel')), ['parcel']);
  assert.deepEqual(idsOf(await search(tenant, 'INTERACTIONS', 'parcel')), [message]);
  assert.equal(articleReads - before, 2); // what there is, and that there is no more
  await search(tenant, 'KNOWLEDGE', 'parcel');
  assert.equal(articleReads - before, 3);
});

test('a query that is no query is told', async () => {
  for (const [query, first, argument] of [
    ['', 10, 'query'],
    ['x'.repeat(10_001), 10, 'query'],
    ['x', 0, 'first'],
    ['x', 101, 'first'],
  ] as const) {
    const { errors } = await ask(service.subgraph, SEARCH, { query, first, corpus: 'KNOWLEDGE' }, asker(newTenant()));
    assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', argument]);
  }
});
