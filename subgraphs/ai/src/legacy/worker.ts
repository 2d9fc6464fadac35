// Runs in the pool's threads, and nowhere else: onnxruntime computes on the thread that calls it, 190 ms at a time for a large model.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { workerData } from 'piscina';
import type { BatchOutput, WorkerModel } from './pool.ts';

const { file, sha256 } = workerData as WorkerModel;

async function load(): Promise<InferenceSession> {
  // Hashed again here: what is loaded is what was checked, also when a crashed thread comes back after the file changed.
  const bytes = readFileSync(file);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error(`The model file ${file} changed since it was checked.`);
  // One thread a session: the pool is the parallelism. Without the arena memory goes back after a large batch (481 against 249 MB after 128 texts).
  const session = await InferenceSession.create(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
  for (const [names, needed] of [[session.inputNames, ['text']] as const, [session.outputNames, ['sentiment', 'emotion']] as const]) {
    for (const name of needed) if (!names.includes(name)) throw new Error(`The model file ${file} has no "${name}".`);
  }
  return session;
}

async function start(): Promise<(texts: readonly string[]) => Promise<BatchOutput>> {
  const session = await load();
  const [input] = session.inputMetadata;
  const isColumn = input?.isTensor === true && input.shape.length === 2;
  const run = async (texts: readonly string[]): Promise<BatchOutput> => {
    const { sentiment, emotion } = await session.run({ text: new Tensor('string', [...texts], isColumn ? [texts.length, 1] : [texts.length]) });
    return { sentiment: sentiment!.data as Float32Array, emotion: emotion!.data as Float32Array };
  };
  await run(['The first run pays for what later ones need not.']);
  return run;
}

export default start();
