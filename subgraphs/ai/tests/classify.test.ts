import { aiAnalyze, aiClassify } from '@customerai/service';
import { createTestParts } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { after, test } from 'node:test';
import { startAi } from '../src/index.ts';

const parts = await createTestParts();
const service = await startAi({ INFERENCE_THREADS: '2' }, parts);
after(async () => {
  await service[Symbol.asyncDispose]();
  await parts[Symbol.asyncDispose]();
});
const classify = async (...texts: string[]) => parts.rpc.call(aiClassify, { texts });

test('obvious feelings are told, in the order of the texts, with the model that told them', async () => {
  const { model, results } = await classify('This is terrible, I am so angry!', 'I love it, thank you so much!');
  assert.deepEqual({ name: model.name, languages: model.languages }, { name: 'sentiment', languages: ['en'] });
  assert.match(model.version, /^\d+\.\d+\.\d+$/);
  const [angry, happy] = results;
  assert.ok(angry!.probabilities.negative > 0.8);
  assert.ok(happy!.probabilities.positive > 0.8);
  assert.ok(angry!.emotions.some(({ emotion }) => emotion === 'anger'));
});

test('probabilities add up to 1 for any text', async () => {
  const odd = ['', ' ', '\n\t', '😀', '你好', 'ok\0', '\uD800', '%s %n $(rm) {{x}}', 'a'.repeat(100_000), 'late again '.repeat(9_000)];
  const { results } = await classify(...odd);
  for (const { probabilities } of results) assert.ok(Math.abs(probabilities.negative + probabilities.neutral + probabilities.positive - 1) < 1e-4);
});

test('what stands after a NUL counts', async () => {
  const { results } = await classify('Hello.\0 This is terrible, I am so angry!', 'Hello.  This is terrible, I am so angry!');
  assert.deepEqual(results[0], results[1]);
});

test('a text gets the same answer alone and among others', async () => {
  const texts = Array.from({ length: 40 }, (_, n) => `Parcel ${n} came ${n % 3 ? 'late and broken' : 'early, lovely'}.`);
  const together = await classify(...texts);
  for (const n of [0, 7, 39]) {
    const { results } = await classify(texts[n]!);
    assert.ok(Math.abs(results[0]!.probabilities.negative - together.results[n]!.probabilities.negative) < 1e-5);
  }
});

test('no text asks which model is live', async () => {
  const { model, results } = await classify();
  assert.deepEqual([model.name, results], ['sentiment', []]);
});

test('more than 512 texts are refused', async () => {
  await assert.rejects(classify(...Array.from({ length: 513 }, () => 'x')));
});

test('the event loop goes on while the model runs', async () => {
  const long = Array.from({ length: 60 }, (_, n) => `Order ${n} is late again and nobody answers. `.repeat(1_400)); // some 10,000 words each
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  await classify(...long);
  const took = performance.now() - start;
  delay.disable();
  const p99 = delay.percentile(99) / 1e6;
  assert.ok(p99 < Math.max(50, took / 4), `a stall of ${p99} ms in ${took} ms`);
});

test('an analysis has the parts that were asked for', async () => {
  const texts = ['This is terrible, I am so angry!'];
  const { model, results } = await parts.rpc.call(aiAnalyze, { texts });
  const [classified] = (await classify(...texts)).results;
  assert.deepEqual(results, [{ version: model.version, windows: 1, truncated: false, ...classified }]);
  const { results: fewer } = await parts.rpc.call(aiAnalyze, { texts, parts: ['emotions', 'aspects'] });
  assert.deepEqual(fewer, [{ version: model.version, windows: 1, truncated: false, emotions: classified!.emotions }]);
});
