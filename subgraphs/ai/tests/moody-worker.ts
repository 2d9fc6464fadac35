import { workerData } from 'piscina';
import type { Batch, BatchOutput } from '../src/inference/backend.ts';

const DEADLY = 666;

// A worker for the pool's tests: dies of a row with the token 666, and does not even start for the file "broken".
async function start() {
  if (workerData.file === 'broken') throw new Error('this is no model');
  return ({ rows, ids }: Batch): BatchOutput => {
    if (ids.includes(DEADLY)) process.exit(3);
    return { sentiment: { data: new Float32Array(rows * 3), shape: [rows, 3] } };
  };
}

export default start();
