import type { Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { mingo } from './aggregate/mingo.ts';
import { createEngine } from './engine.ts';
import { serve } from './server.ts';

/** What the main thread starts this thread with. */
export interface WorkerInput {
  directory: string | undefined;
  port: number;
  host: string;
  sweepMs: number;
}
/** What this thread tells: it listens, or why it cannot. */
export type WorkerMessage =
  | { kind: 'ready'; port: number }
  | { kind: 'failed'; message: string; code?: string | undefined }
  | { kind: 'snapshot'; directory: string; error?: string };
/** What this thread is told. */
export type WorkerOrder = { kind: 'stop' } | { kind: 'snapshot'; directory: string };

const port = parentPort!;
const input = workerData as WorkerInput;

async function main(): Promise<void> {
  const sockets = new Set<Socket>();
  const engine = createEngine({ directory: input.directory, connections: () => sockets.size });
  const server = await serve(engine, { ...input, sockets }).catch((error: unknown) => {
    engine.close();
    throw error;
  });
  const sweep = () => {
    try {
      engine.sweep();
    } catch (error) {
      process.emitWarning(error as Error);
    }
  };
  const sweeping = input.sweepMs > 0 ? setInterval(sweep, input.sweepMs) : undefined;
  let copying: Promise<void> = Promise.resolve();
  port.on('message', (order: WorkerOrder) => {
    if (order.kind === 'snapshot') {
      const { directory } = order;
      const tell = (error?: Error) => port.postMessage({ kind: 'snapshot', directory, error: error?.message } satisfies WorkerMessage);
      copying = engine.snapshot(directory).then(() => tell(), tell);
      return;
    }
    clearInterval(sweeping);
    void Promise.allSettled([server.close(), copying]).finally(() => {
      engine.close();
      port.close();
    });
  });
  port.postMessage({ kind: 'ready', port: server.port } satisfies WorkerMessage);
  setTimeout(mingo, 50).unref(); // ready for the first aggregation, without making the start wait
}

main().catch((error: unknown) => {
  const failure = error as NodeJS.ErrnoException;
  port.postMessage({ kind: 'failed', message: failure.message, code: failure.code } satisfies WorkerMessage);
  port.close();
});
