import { type Env, parseEnv } from '@customerai/service';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// onnxruntime reports to its maker unless this is set before its library is loaded. Set here as well as by the npm scripts and the image, so that no way
// of starting forgets it; from a worker thread it would not reach native code.
process.env['ORT_DISABLE_TELEMETRY'] = '1';

/** The model that the platform asks. */
export const MODEL = 'insight';

const shape = {
  MODELS_DIR: z.string().default(fileURLToPath(new URL('../../../models/', import.meta.url))),
  MODEL_VERSION: z.string().optional(),
  SENTIMENT_VERSION: z.string().optional(),
  INFERENCE_THREADS: z.coerce.number().int().min(1).max(64).default(1),
  INFERENCE_QUEUE: z.coerce.number().int().min(1).max(10_000_000).default(131_072),
};

export type Config = ReturnType<typeof parseConfig>;

/** The README's table says what each variable means and why its default is what it is. */
export function parseConfig(env: Env) {
  const config = parseEnv(shape, env);
  return Object.freeze({
    modelsDir: config.MODELS_DIR,
    modelVersion: config.MODEL_VERSION,
    sentimentVersion: config.SENTIMENT_VERSION,
    inference: Object.freeze({ threads: config.INFERENCE_THREADS, queue: config.INFERENCE_QUEUE }),
  });
}
