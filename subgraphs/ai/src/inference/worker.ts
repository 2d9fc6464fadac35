// Runs in the pool's threads, and nowhere else: onnxruntime computes on the thread that calls it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { workerData } from 'piscina';
import type { Batch, BatchOutput } from './backend.ts';
import type { WorkerModel } from './pool.ts';

const { file, sha256, outputs } = workerData as WorkerModel;
const INPUTS = ['input_ids', 'attention_mask'];

async function load(): Promise<InferenceSession> {
  // Hashed again here: what is loaded is what was checked, also when a crashed thread comes back after the file changed.
  const read = readFileSync(file);
  const bytes = read.length === read.buffer.byteLength ? read : new Uint8Array(read); // a small file's bytes share their buffer with others'
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('the file changed since it was checked');
  // One thread a session: the pool is the parallelism. With the arena what a batch needs is kept for the next: without it, large blocks go back to the system
  // and come again with every layer, which costs a third of the time. A batch is bounded, and so is the arena.
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: true,
    enableMemPattern: false,
  });
  bytes.buffer.transfer(0); // the session has copied them, and a thread that rests never collects
  for (const name of INPUTS) if (!session.inputNames.includes(name)) throw new Error(`it has no input "${name}"`);
  for (const { name, isTensor, ...rest } of session.inputMetadata) {
    if (!INPUTS.includes(name)) throw new Error(`it has an input "${name}", which nothing would give it`);
    if (!isTensor || !('type' in rest) || rest.type !== 'int64') throw new Error(`its input "${name}" does not take int64`);
  }
  for (const name of outputs) if (!session.outputNames.includes(name)) throw new Error(`it has no output "${name}", which its metadata names`);
  return session;
}

/** Ids and masks are small and not negative: the low halves of the 64 bits that the model wants. */
function toInt64(values: Int32Array | Uint8Array): BigInt64Array {
  const wide = new BigInt64Array(values.length);
  const halves = new Int32Array(wide.buffer);
  for (let index = 0; index < values.length; index++) halves[2 * index] = values[index]!;
  return wide;
}

async function start(): Promise<(batch: Batch) => Promise<BatchOutput>> {
  const session = await load();
  return async ({ rows, length, ids, mask, outputs: wanted }) => {
    const feeds = {
      input_ids: new Tensor('int64', toInt64(ids), [rows, length]),
      attention_mask: new Tensor('int64', toInt64(mask), [rows, length]),
    };
    const results = await session.run(feeds, [...wanted]);
    return Object.fromEntries(
      wanted.map((name) => {
        const { type, data, dims } = results[name]!;
        if (type !== 'float32') throw new Error(`its output "${name}" is of type ${type}, not float32`);
        return [name, { data: Float32Array.from(data as Float32Array), shape: dims }];
      }),
    );
  };
}

export default start();
