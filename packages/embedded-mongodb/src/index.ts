import { Worker } from 'node:worker_threads';
export { FILE_NAME } from './storage/file-name.ts';
import type { WorkerInput, WorkerMessage, WorkerOrder } from './worker.ts';

export interface EmbeddedMongodbOptions {
  /** Where the database file lies; made when missing. Undefined keeps everything in memory. */
  directory: string | undefined;
  /** Default 0: a free port. */
  port?: number;
  /** Default `127.0.0.1`. There are no users and passwords: whoever reaches the port can do everything. */
  host?: string;
  /** How often TTL indexes delete what is over by this machine's clock. Default a minute, as MongoDB does; 0: never, for tests whose clock is another. */
  sweepMs?: number;
}

export interface EmbeddedMongodb extends AsyncDisposable {
  /** For `mongoose.connect(url, { dbName })`. */
  readonly url: string;
  readonly port: number;
  /** Settles when the server has ended: with the error that ended it, or undefined after a dispose. */
  readonly ended: Promise<Error | undefined>;
  /**
   * Copies all databases, as of one moment, into a new directory; commands are answered meanwhile. Another embedded MongoDB can be started on it.
   * Rejects when the directory cannot be written; what was copied by then is left there.
   */
  snapshot(directory: string): Promise<void>;
}

function startFailure(message: Extract<WorkerMessage, { kind: 'failed' }>, input: WorkerInput): Error {
  if (message.code === 'EADDRINUSE')
    return new Error(
      `the embedded MongoDB cannot listen: port ${input.port} on ${input.host} is taken; stop what uses it, or choose another port (0 takes a free one)`,
    );
  return new Error(`the embedded MongoDB cannot start: ${message.message}`);
}

/**
 * Starts a server that speaks MongoDB's wire protocol, in a thread of its own: neither SQLite nor a long query holds up the caller.
 * @throws with path and remedy when the directory or the file cannot be used, or the port is taken
 */
export async function startEmbeddedMongodb(options: EmbeddedMongodbOptions): Promise<EmbeddedMongodb> {
  const { directory, port = 0, host = '127.0.0.1', sweepMs = 60_000 } = options;
  const input: WorkerInput = { directory, port, host, sweepMs };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: input, name: 'embedded-mongodb', execArgv: [] });
  // Both registered before anything is awaited: a worker may tell its last message and end in one turn.
  const first = new Promise<WorkerMessage | Error | undefined>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', resolve);
    worker.once('exit', () => resolve(undefined));
  });
  const ended = new Promise<Error | undefined>((resolve) => {
    worker.once('error', (error) => resolve(error as Error));
    worker.once('exit', () => resolve(undefined));
  });
  const message = await first;
  if (!message || message instanceof Error || message.kind === 'snapshot')
    throw new Error('the embedded MongoDB ended before it listened', { cause: message });
  if (message.kind === 'failed') {
    await ended;
    throw startFailure(message, input);
  }
  const order = (what: WorkerOrder) => worker.postMessage(what); // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread, not a window
  return {
    url: `mongodb://${input.host}:${message.port}/?directConnection=true`,
    port: message.port,
    ended,
    snapshot(directory) {
      return new Promise((resolve, reject) => {
        void ended.then(() => reject(new Error(`the embedded MongoDB ended before its copy in ${directory} was whole`)));
        worker.on('message', function onMessage(message: WorkerMessage) {
          if (message.kind !== 'snapshot' || message.directory !== directory) return;
          worker.off('message', onMessage);
          if (message.error === undefined) resolve();
          else reject(new Error(`the embedded MongoDB cannot be copied to ${directory}: ${message.error}`));
        });
        order({ kind: 'snapshot', directory });
      });
    },
    async [Symbol.asyncDispose]() {
      order({ kind: 'stop' });
      await ended;
    },
  };
}
