import type { Logger } from '@customerai/service';
import type { ModelFolder } from '../store/model-folder.ts';
import type { InferenceFigures } from './figures.ts';
import { startInferencePool } from './pool.ts';
import { openRemoteBackend } from './remote.ts';
import { createRuntime, type Runtime } from './runtime.ts';
import { loadTokenizer } from './tokenizer.ts';

/** Loads a version into threads of its own, or finds it on the server that `url` names. Throws `ConfigError` when it cannot be loaded. */
export async function loadRuntime(
  folder: ModelFolder,
  options: { threads: number; capacity: number; url?: string; token?: string; log: Logger; figures?: InferenceFigures; tokenBudget?: number },
): Promise<Runtime> {
  const { spec, modelFile, modelSha256 } = folder;
  const tokenizer = loadTokenizer(folder.tokenizer);
  const model = { file: modelFile, sha256: modelSha256, outputs: Object.keys(spec.outputs) };
  const { url, token } = options;
  const backend = url
    ? await openRemoteBackend({ url, token, name: spec.name, version: spec.version }, model.outputs)
    : await startInferencePool({ model, threads: options.threads, log: options.log });
  return createRuntime({ spec, tokenizer, backend, capacity: options.capacity, figures: options.figures, tokenBudget: options.tokenBudget });
}
