import { aiClassify, createInProcessRpc } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createModelClient } from './model-client.ts';

async function setUp() {
  const rpc = createInProcessRpc();
  const asked: string[][] = [];
  const model = { name: 'fake', version: '1', languages: ['en'] };
  await rpc.serve(aiClassify, async ({ texts }) => {
    asked.push(texts);
    return { model, results: texts.map(({ length }) => ({ probabilities: { negative: length, neutral: 0, positive: 0 }, emotions: [] })) };
  });
  const time = { now: 0 };
  return { asked, model, time, client: createModelClient(rpc, () => new Date(time.now)) };
}

test('many texts are asked for in several questions, and answered in their order', async () => {
  const { asked, client } = await setUp();
  const texts = Array.from({ length: 1_100 }, (_, n) => 'x'.repeat(n % 7));
  const { results } = await client.classify(texts);
  assert.deepEqual(
    asked.map(({ length }) => length),
    [512, 512, 76],
  );
  assert.deepEqual(
    results.map(({ probabilities }) => probabilities.negative),
    texts.map(({ length }) => length),
  );
});

test('long texts are spread over questions that a message can carry', async () => {
  const { asked, client } = await setUp();
  await client.classify(['a'.repeat(100_000), 'b'.repeat(50_000), 'c', 'd'.repeat(100_000)]);
  assert.deepEqual(
    asked.map((texts) => texts.map(({ length }) => length)),
    [
      [100_000, 50_000],
      [1, 100_000],
    ],
  );
});

test('which model is live is asked when no answer told so for ten seconds', async () => {
  const { asked, model, time, client } = await setUp();
  assert.deepEqual(await client.live(), model);
  time.now = 9_000;
  await client.live();
  assert.equal(asked.length, 1);
  await client.classify(['text']);
  time.now = 18_000;
  await client.live();
  assert.equal(asked.length, 2);
  time.now = 20_000;
  await client.live();
  assert.deepEqual(asked.at(-1), []);
});
