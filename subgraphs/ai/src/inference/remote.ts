import { ConfigError } from '@customerai/service';
import type { Backend, Batch, BatchOutput } from './backend.ts';

/** A server elsewhere that has the same model: its outputs of one batch. */
export interface RemoteModel extends AsyncDisposable {
  run(batch: Batch): Promise<BatchOutput>;
  /** The outputs that it says it has. Throws when it does not answer or has no such model. */
  outputs(): Promise<string[]>;
}

export interface RemoteOptions {
  /** `http://`, `https://` or `grpc://` with host and port. */
  url: string;
  token: string | undefined;
  name: string;
  version: string;
}

/** Runs that are under way side by side: enough to keep a server's own batcher fed. */
const SLOTS = 8;
/** Longest wait for one run. */
export const REMOTE_TIMEOUT_MS = 30_000;

/**
 * Another Open Inference Protocol server (Triton, KServe, one of ours) in place of threads of our own. It gets tokens: texts are encoded, and answers
 * read, here. Throws `ConfigError` when the server does not have the model with all its outputs.
 */
export async function openRemoteBackend(options: RemoteOptions, outputs: readonly string[]): Promise<Backend> {
  const isGrpc = options.url.startsWith('grpc:');
  const remote = isGrpc
    ? (await import('../oip/grpc-client.ts')).openGrpcModel(options)
    : (await import('../oip/http-client.ts')).openHttpModel(options);
  const { host } = new URL(options.url);
  try {
    const there = await remote.outputs();
    const missing = outputs.find((output) => !there.includes(output));
    if (missing) throw new Error(`it has no output "${missing}"`);
  } catch (error) {
    await remote[Symbol.asyncDispose]();
    throw new ConfigError(`INFERENCE_URL ${host} cannot be used for ${options.name} ${options.version}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return { slots: SLOTS, run: (batch) => remote.run(batch), [Symbol.asyncDispose]: () => remote[Symbol.asyncDispose]() };
}
