import { startTestPlatform } from '@customerai/testkit/platform';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { printTable } from './figures.ts';

const SECONDS = 15;
const RESOLUTION_MS = 5;
const BATCH = 64;
const TOKENS = 32;
const root = join(import.meta.dirname, '..');

/**
 * How long the platform's event loop stands still while models run as fast as they can, beside the baseline: the same model called on the loop's own
 * thread, as onnxruntime-node does by itself.
 */
export async function run(): Promise<void> {
  const platform = await startTestPlatform();
  const { token } = await platform.newTenant();
  const served = await measure(async () => {
    const child = fork(join(import.meta.dirname, 'stall-load.ts'), {
      env: { ...process.env, URL: platform.url, TOKEN: token, SECONDS: String(SECONDS) },
    });
    const [texts] = (await once(child, 'message')) as [number];
    return texts;
  });
  await platform[Symbol.asyncDispose]();
  const baseline = await measure(runOnThisThread);
  const row = (name: string, { p50, p99, max, texts }: Measured) => [name, p50, p99, max, texts / SECONDS];
  printTable(
    ['event loop delay while models run', 'p50 (ms)', 'p99 (ms)', 'max (ms)', 'texts/s'],
    [
      row('platform, analyzeSentiments from another process (floor: p99 at most 50)', served),
      row('baseline: the model on the calling thread, batches of 64', baseline),
    ],
  );
}

interface Measured {
  p50: number;
  p99: number;
  max: number;
  texts: number;
}

async function measure(work: () => Promise<number>): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const texts = await work();
  delay.disable();
  // The histogram counts the timer's own period; a loop that never waits shows the resolution.
  const over = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  return { p50: over(delay.percentile(50)), p99: over(delay.percentile(99)), max: over(delay.max), texts };
}

async function runOnThisThread(): Promise<number> {
  const ort = await import('onnxruntime-node');
  const folder = join(root, 'models/insight', readdirSync(join(root, 'models/insight')).toSorted().at(-1)!);
  const session = await ort.InferenceSession.create(join(folder, 'model.onnx'), { intraOpNumThreads: 1 });
  const tokens = (batch: number, value: (at: number) => number) =>
    new ort.Tensor(
      'int64',
      BigInt64Array.from({ length: batch * TOKENS }, (_, at) => BigInt(value(at))),
      [batch, TOKENS],
    );
  const end = performance.now() + SECONDS * 1000;
  let texts = 0;
  while (performance.now() < end) {
    await session.run({ input_ids: tokens(BATCH, (at) => 1_000 + (at % 20_000)), attention_mask: tokens(BATCH, () => 1) });
    texts += BATCH;
  }
  return texts;
}
