import { aiClassify } from '@customerai/service';
import { ask, askOk, createTestParts, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startAi } from '../src/index.ts';

const parts = await createTestParts();
const service = await startAi({}, parts);
after(async () => {
  await service[Symbol.asyncDispose]();
  await parts[Symbol.asyncDispose]();
});
const { subgraph } = service;
const asker = viewer(newTenant(), ['models:read', 'models:infer', 'models:write']);

test('the models on disk are listed with versions, figures and card', async () => {
  const { models } = await askOk(
    subgraph,
    '{ models { name task live { version } canary { version } versions { version format sizeBytes metrics modelCard createdAt } } }',
    {},
    asker,
  );
  const sentiment = models.find(({ name }: { name: string }) => name === 'sentiment');
  const [newest] = sentiment.versions;
  assert.equal(sentiment.task, 'sentiment');
  assert.equal(sentiment.live.version, newest.version);
  assert.equal(sentiment.canary, null);
  assert.equal(newest.format, 'ONNX');
  assert.ok(newest.sizeBytes > 1_000_000);
  assert.ok(Object.keys(newest.metrics).length > 0);
  assert.match(newest.modelCard, /^# sentiment/);
  assert.match(newest.createdAt, /^\d{4}-/);
});

test('a model counts what it answers', async () => {
  const stats = async () =>
    (await askOk(subgraph, '{ model(name: "sentiment") { stats { requests errors p50Ms p99Ms meanBatchSize } } }', {}, asker)).model.stats;
  const earlier = await stats();
  await parts.rpc.call(aiClassify, { texts: ['one', 'two', 'three'] });
  const later = await stats();
  assert.equal(later.requests - earlier.requests, 3);
  assert.equal(later.errors, 0);
  assert.ok(later.p50Ms > 0 && later.p99Ms >= later.p50Ms && later.meanBatchSize > 1);
});

test('an unknown model is null', async () => {
  assert.deepEqual(await askOk(subgraph, '{ model(name: "oracle") { name } }', {}, asker), { model: null });
});

test('the gateway reaches a model by its name', async () => {
  const known = await entity(subgraph, { __typename: 'Model', name: 'sentiment' }, 'task', asker);
  const unknown = await entity(subgraph, { __typename: 'Model', name: 'oracle' }, 'task', asker);
  assert.deepEqual([known.data, unknown.data], [{ task: 'sentiment' }, null]);
});

test('nothing is told without a sign-in or without the scope', async () => {
  assert.equal((await ask(subgraph, '{ models { name } }')).errors[0]!.code, 'UNAUTHENTICATED');
  assert.equal((await ask(subgraph, '{ models { name } }', {}, viewer(newTenant(), []))).errors[0]!.code, 'FORBIDDEN');
  const { errors } = await ask(subgraph, 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Model { name } } }', {
    r: [{ __typename: 'Model', name: 'sentiment' }],
  });
  assert.equal(errors[0]!.code, 'UNAUTHENTICATED');
});

for (const query of [
  '{ embed(texts: ["a"]) { vector } }',
  '{ semanticSearch(query: "a", corpus: KNOWLEDGE) { id } }',
  '{ trainingJob(id: "1") { id } }',
  'mutation { registerModelVersion(input: { name: "a", version: "1", path: "a" }) { version } }',
  'mutation { deployModelVersion(name: "sentiment", version: "1") { name } }',
  'mutation { startTraining(input: { model: "a", dataset: "b" }) { id } }',
  'mutation { cancelTraining(id: "1") { id } }',
  '{ _entities(representations: [{ __typename: "TrainingJob", id: "1" }]) { ... on TrainingJob { status } } }',
]) {
  test(`not there yet, and says so: ${query}`, async () => {
    const { errors } = await ask(subgraph, query, {}, asker);
    assert.deepEqual(
      errors.map(({ code }) => code),
      ['NOT_IMPLEMENTED'],
    );
  });
}
