import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMemoryCache } from '../cache/memory-cache.ts';
import { createInProcessRpc } from '../rpc/in-process-rpc.ts';
import { aiAnalyze } from '../rpc/port.ts';
import { createTextReader, isReading } from './text-reader.ts';

const key = Buffer.alloc(32, 7);

/** A model that finds the word "parcel", fails at the word "broken", and notes what it was asked. */
async function setUp() {
  const rpc = createInProcessRpc();
  const asked: { texts: string[]; priority?: string; version?: string }[] = [];
  const model = { name: 'fake', version: '1', languages: ['en'] };
  const time = { now: 0 };
  const state = { canary: undefined as string | undefined };
  await rpc.serve(aiAnalyze, async ({ texts, priority, version }) => {
    asked.push({ texts, priority, version });
    const results = texts.map((text) => {
      if (text.includes('broken')) return { error: { code: 'SERVICE_UNAVAILABLE', message: 'no' } };
      const aspects = [...text.matchAll(/parcel/g)].map(({ index }) => ({ start: index, end: index + 6, score: 0.9, label: 'NEGATIVE' as const }));
      const answering = state.canary ?? version ?? model.version;
      return {
        version: answering,
        windows: 1,
        truncated: false,
        probabilities: { negative: text.length / 1e6, neutral: 0, positive: 0 },
        aspects,
        entities: [],
      };
    });
    return { model: { ...model, version: version ?? model.version }, results };
  });
  const cache = createMemoryCache();
  const open = (own = key) => createTextReader({ rpc, cache, clock: () => new Date(time.now), key: own });
  return { asked, model, time, state, open, reader: open() };
}
const questions = (asked: { texts: string[] }[]) => asked.map(({ texts }) => texts.length).filter((count) => count > 0);

test('many texts are asked for in several questions, and answered in their order', async () => {
  const { asked, reader } = await setUp();
  const texts = Array.from({ length: 1_100 }, (_, n) => 'x'.repeat(n + 1));
  const readings = await reader.read('t', texts);
  assert.deepEqual(questions(asked).length > 2, true);
  assert.ok(asked.every((question) => question.texts.join('').length <= 150_000 && question.texts.length <= 512));
  assert.deepEqual(
    readings.map((one) => isReading(one) && Math.round(one.probabilities!.negative * 1e6)),
    texts.map(({ length }) => length),
  );
});

test('a text is read once for all who share the key, whatever its spelling, and offsets are those of each spelling', async () => {
  const { asked, open, reader } = await setUp();
  const [first] = await reader.read('t', ['Caf\u00E9: my parcel']);
  const text = '  Cafe\u0301:\r my parcel ';
  const [second] = await open().read('t', [text]);
  assert.ok(isReading(first!) && isReading(second!));
  assert.notEqual(second.id, first.id); // a line feed more: another text
  const third = ' Cafe\u0301: my parcel\n';
  const [again] = await open().read('t', [third]);
  assert.ok(isReading(again!));
  assert.equal(again.id, first.id);
  assert.deepEqual(questions(asked), [1, 1]);
  const { start, end } = again.aspects![0]!;
  assert.equal(third.slice(start, end), 'parcel');
});

test('another tenant, another key, other parts or another version is read anew', async () => {
  const { asked, open, reader } = await setUp();
  await reader.read('t', ['one']);
  await reader.read('u', ['one']);
  await open(Buffer.alloc(32, 8)).read('t', ['one']);
  await reader.read('t', ['one'], { parts: ['sentiment'] });
  await reader.read('t', ['one'], { version: '2' });
  assert.deepEqual(questions(asked), [1, 1, 1, 1, 1]);
  await reader.read('t', ['one'], { version: '2' });
  assert.equal(questions(asked).length, 5);
});

test('a version that goes live is noticed within ten seconds, and asked anew', async () => {
  const { asked, model, time, reader } = await setUp();
  await reader.read('t', ['one']);
  model.version = '2';
  time.now = 9_000;
  await reader.read('t', ['one']);
  assert.deepEqual(questions(asked), [1]);
  time.now = 11_000;
  const [reading] = await reader.read('t', ['one']);
  assert.ok(isReading(reading!));
  assert.deepEqual([reading.model.version, questions(asked)], ['2', [1, 1]]);
});

test("a canary's answer is kept under the canary's name", async () => {
  const { state, reader, asked } = await setUp();
  state.canary = '2';
  const [first] = await reader.read('t', ['one']);
  state.canary = undefined;
  const [second] = await reader.read('t', ['one']);
  assert.ok(isReading(first!) && isReading(second!));
  assert.deepEqual([first.model.version, second.model.version, questions(asked)], ['2', '1', [1, 1]]);
});

test('a text that the model fails at fails alone, and is asked again next time', async () => {
  const { asked, reader } = await setUp();
  const texts = ['fine', 'broken', 'fine too'];
  assert.deepEqual((await reader.read('t', texts)).map(isReading), [true, false, true]);
  await reader.read('t', texts);
  assert.deepEqual(asked.at(-1)!.texts, ['broken']);
});

test('who can wait says so', async () => {
  const { asked, reader } = await setUp();
  await reader.read('t', ['one'], { priority: 'backfill' });
  assert.equal(asked.at(-1)!.priority, 'backfill');
});
