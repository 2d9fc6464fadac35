import { createLogger } from '@customerai/service';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { MODEL, parseConfig } from '../subgraphs/ai/src/config.ts';
import { loadRuntime } from '../subgraphs/ai/src/inference/load-runtime.ts';
import type { Runtime } from '../subgraphs/ai/src/inference/runtime.ts';
import { createNeighbours } from '../subgraphs/ai/src/search/neighbours.ts';
import { openModelRepository } from '../subgraphs/ai/src/store/model-repository.ts';
import type { ModelFolder } from '../subgraphs/ai/src/store/model-folder.ts';
import type { StoredVector, VectorStore } from '../subgraphs/ai/src/store/vectors.ts';
import { percentile, printTable } from './figures.ts';

const SECONDS = 8;
const CALLERS = 64;
const RESOLUTION_MS = 2;
const CYCLES = 200;
const VECTORS = 20_000;
const DIMENSIONS = 384;
const log = createLogger({ service: 'bench', level: 'error' });

const words =
  'the parcel came late again and nobody answered my mail so i want my money back now please tell me what to do next with this order of shoes'.split(
    ' ',
  );
/** A text of 30 words that are a token each: 32 with the two marks. Each number gives another one. */
const textOf = (n: number) => Array.from({ length: 30 }, (_, at) => words[(n * 7 + at * (1 + (n % 5))) % words.length]).join(' ');

/** The model alone, in this process: many callers with a text each, as fast as answers come. */
export async function run(): Promise<void> {
  const repository = await openModelRepository(parseConfig(process.env).modelsDir, log);
  const version = repository.models().find(({ name }) => name === MODEL)?.versions[0]?.version;
  const folder = version && repository.folder(MODEL, version);
  if (!folder) throw new Error(`There is no model "${MODEL}" to measure; set MODELS_DIR.`);
  await throughput(folder);
  await memory(folder);
  await search();
}

interface Measured {
  perSecond: number;
  p50: number;
  p95: number;
  stall: number;
  batch: number;
}

async function throughput(folder: ModelFolder): Promise<void> {
  const row = (name: string, { perSecond, p50, p95, stall, batch }: Measured) => [name, perSecond, batch, p50, p95, stall];
  const measured = async (threads: number, tokenBudget: number | undefined, callers: number, mixed = false) => {
    await using runtime = await loadRuntime(folder, { threads, capacity: 1_000_000, log, ...(tokenBudget ? { tokenBudget } : {}) });
    return await saturate(runtime, callers, mixed); // before the runtime is let go
  };
  const calling = await onThisThread(folder);
  const off = await measured(2, 1, CALLERS);
  const on = await measured(2, undefined, CALLERS);
  const one = await measured(1, undefined, CALLERS);
  const alone = await measured(1, undefined, 1);
  const mixed = await measured(2, undefined, CALLERS, true);
  printTable(
    [`${folder.spec.name} ${folder.spec.version}, texts of 32 tokens`, 'texts/s', 'texts a run', 'p50 (ms)', 'p95 (ms)', 'loop stall p99 (ms)'],
    [
      row('onnxruntime-node as it comes: a text a run, on the calling thread', calling),
      row(`batcher off, 2 threads, ${CALLERS} callers`, off),
      row(`batcher on, 2 threads, ${CALLERS} callers (floors: 150 texts/s, stall 10 ms)`, on),
      row(`batcher on, 1 thread, ${CALLERS} callers`, one),
      row('one caller, 1 thread', alone),
      row(`batcher on, 2 threads, ${CALLERS} callers, texts of 5 to 250 tokens`, mixed),
    ],
  );
  process.stdout.write(
    `\nbatcher on / off: ${(on.perSecond / off.perSecond).toFixed(2)} (floor 2.5); on / onnxruntime-node as it comes: ${(on.perSecond / calling.perSecond).toFixed(2)}\n\n`,
  );
}

/** Callers in a closed loop: each asks again when it has its answer. */
async function saturate(runtime: Runtime, callers: number, mixed: boolean): Promise<Measured> {
  const times: number[] = [];
  let asked = 0;
  const textAt = (n: number) =>
    mixed
      ? textOf(n)
          .repeat(1 + (n % 8))
          .slice(0, 15 + ((n * 97) % 1_100))
      : textOf(n);
  const loop = async (end: number) => {
    while (performance.now() < end) {
      const begin = performance.now();
      await runtime.analyze([textAt((asked += 1))], ['sentiment', 'emotions']);
      times.push(performance.now() - begin);
    }
  };
  const forSeconds = (seconds: number) => Promise.all(Array.from({ length: callers }, () => loop(performance.now() + seconds * 1000)));
  await forSeconds(1);
  times.length = 0;
  const before = runtime.stats();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const begin = performance.now();
  await forSeconds(SECONDS);
  const seconds = (performance.now() - begin) / 1000;
  delay.disable();
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    stall: Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS),
    batch: (before.meanBatchSize ?? 0) && runtime.stats().meanBatchSize!,
  };
}

async function onThisThread(folder: ModelFolder): Promise<Measured> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const session = await InferenceSession.create(join(folder.path, 'model.onnx'), { intraOpNumThreads: 1, interOpNumThreads: 1 });
  const tensor = (value: bigint) => new Tensor('int64', new BigInt64Array(32).fill(value), [1, 32]);
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const begin = performance.now();
  while (performance.now() - begin < SECONDS * 1000) {
    const start = performance.now();
    await session.run({ input_ids: tensor(1_000n), attention_mask: tensor(1n) }, ['sentiment', 'emotion']);
    times.push(performance.now() - start);
  }
  delay.disable();
  await session.release();
  const stall = Math.max(0, delay.percentile(99) / 1e6 - RESOLUTION_MS);
  return { perSecond: times.length / SECONDS, p50: percentile(times, 0.5), p95: percentile(times, 0.95), stall, batch: 1 };
}

/** A version loaded, asked and let go, again and again. */
async function memory(folder: ModelFolder): Promise<void> {
  const resident: [cycle: number, megabytes: number][] = [];
  for (let cycle = 1; cycle <= CYCLES; cycle++) {
    await using runtime = await loadRuntime(folder, { threads: 1, capacity: 1_000_000, log });
    await runtime.analyze([textOf(cycle)], ['sentiment']);
    if ([1, 10, 50, 100, 150, CYCLES].includes(cycle)) resident.push([cycle, process.memoryUsage.rss() / 2 ** 20]);
  }
  printTable(
    ['load, ask, unload: cycles done', ...resident.map(([cycle]) => String(cycle))],
    [['resident memory while loaded (MB)', ...resident.map(([, mb]) => mb)]],
  );
  process.stdout.write('\n');
}

/** Recall and speed of the graph beside looking at every vector, on random unit vectors around a thousand centres. */
async function search(): Promise<void> {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5;
  const unit = (vector: Float32Array) => {
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
  const centres = Array.from({ length: 1_000 }, () => Float32Array.from({ length: DIMENSIONS }, random));
  const near = (n: number) => unit(centres[n % centres.length]!.map((value) => value + 0.6 * random()));
  const stored = Array.from({ length: VECTORS }, (_, n): StoredVector => {
    const digits = n.toString(16).padStart(12, '0');
    return { key: String(n), itemId: String(n), start: 0, end: 1, vector: near(n), revision: `${digits.slice(0, 8)}-${digits.slice(8)}-7` };
  });
  const since: VectorStore['since'] = async (_, __, ___, revision, first) => {
    const from = revision === '' ? 0 : stored.findIndex((one) => one.revision > revision);
    return from < 0 ? [] : stored.slice(from, from + first);
  };
  const neighbours = createNeighbours({ since } as VectorStore, 1);
  const ask = (vector: Float32Array) => neighbours.nearest('t', 'KNOWLEDGE', '1', vector, 10);
  const begin = performance.now();
  await ask(near(0));
  const built = (performance.now() - begin) / 1000;
  let found = 0;
  const times: number[] = [];
  const queries = 200;
  for (let n = 0; n < queries; n++) {
    const query = near(n * 31);
    const start = performance.now();
    const hits = new Set((await ask(query)).map(({ itemId }) => itemId));
    times.push(performance.now() - start);
    const exact = stored
      .map(({ itemId, vector }) => ({ itemId, score: vector!.reduce((sum, value, at) => sum + value * query[at]!, 0) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, 10);
    found += exact.filter(({ itemId }) => hits.has(itemId)).length;
  }
  printTable(
    [`nearest 10 of ${VECTORS} x ${DIMENSIONS}`, 'recall', 'built in (s)', 'p50 (ms)', 'p99 (ms)'],
    [['HNSW by usearch', (found / queries / 10).toFixed(3), built, percentile(times, 0.5), percentile(times, 0.99)]],
  );
}
