import { workerData } from 'piscina';

// A worker for the pool's tests: dies of the text "die", and does not even start for the file "broken".
async function start() {
  if (workerData.file === 'broken') throw new Error('this is no model');
  return (texts: readonly string[]) => {
    if (texts.includes('die')) process.exit(3);
    return { sentiment: new Float32Array(texts.length * 3), emotion: new Float32Array(texts.length) };
  };
}

export default start();
