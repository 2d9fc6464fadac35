import { ConfigError, type Env, parseEnv, port } from '@customerai/service';
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
  INFERENCE_THREADS: z.coerce.number().int().min(1).max(64).default(1),
  INFERENCE_QUEUE: z.coerce.number().int().min(1).max(10_000_000).default(131_072),
  INFERENCE_BATCH: z.coerce.number().int().min(1).max(65_536).default(256),
  INFERENCE_URL: z
    .string()
    .regex(/^(https?|grpc):\/\/[^/]+\/?$/, 'must be http://, https:// or grpc:// with host and port')
    .optional(),
  INFERENCE_TOKEN: z.string().optional(),
  OIP_HOST: z.string().default('127.0.0.1'),
  OIP_HTTP_PORT: port.optional(),
  OIP_GRPC_PORT: port.optional(),
  OIP_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
};

export type Config = ReturnType<typeof parseConfig>;

/** The README's table says what each variable means and why its default is what it is. */
export function parseConfig(env: Env) {
  const config = parseEnv(shape, env);
  const { OIP_HTTP_PORT: httpPort, OIP_GRPC_PORT: grpcPort, OIP_TOKEN: token } = config;
  if ((httpPort !== undefined || grpcPort !== undefined) && !token)
    throw new ConfigError(
      'The configuration has a problem:\n  OIP_TOKEN: is needed with OIP_HTTP_PORT or OIP_GRPC_PORT, so that nobody else can use the models',
    );
  return Object.freeze({
    modelsDir: config.MODELS_DIR,
    modelVersion: config.MODEL_VERSION,
    inference: Object.freeze({
      threads: config.INFERENCE_THREADS,
      queue: config.INFERENCE_QUEUE,
      batch: config.INFERENCE_BATCH,
      url: config.INFERENCE_URL,
      token: config.INFERENCE_TOKEN,
    }),
    oip: Object.freeze({ host: config.OIP_HOST, httpPort, grpcPort, token }),
  });
}
