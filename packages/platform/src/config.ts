import { type Env, logFormat, natsReplicas, parseEnv, port } from '@customerai/service/basics';
import { join } from 'node:path';
import { z } from 'zod';

export const repositoryRoot = join(import.meta.dirname, '..', '..', '..');

/** What the platform itself reads; gateway and services parse the rest of the environment themselves. */
export function parseConfig(env: Env) {
  const { PORT, HOST, DATA_DIR, MONGO_URL, NATS_URL, REDIS_URL, LOG_LEVEL, LOG_FORMAT, NATS_REPLICAS } = parseEnv(
    {
      HOST: z.string().default('127.0.0.1'),
      PORT: port.default(4000),
      DATA_DIR: z.string().default('.data'),
      MONGO_URL: z
        .string()
        .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
        .optional(),
      NATS_URL: z
        .string()
        .regex(/^((nats|tls):\/\/|embedded:$)/, 'must begin with nats:// or tls://, or be embedded:')
        .optional(),
      REDIS_URL: z
        .string()
        .regex(/^(rediss?:\/\/|memory:$)/, 'must begin with redis:// or rediss://, or be memory:')
        .optional(),
      NATS_REPLICAS: natsReplicas,
      LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
      LOG_FORMAT: logFormat,
    },
    env,
  );
  return {
    host: HOST,
    port: PORT,
    dataDir: DATA_DIR,
    mongoUrl: MONGO_URL,
    natsUrl: NATS_URL === 'embedded:' ? undefined : NATS_URL,
    natsReplicas: NATS_REPLICAS,
    redisUrl: REDIS_URL === 'memory:' ? undefined : REDIS_URL,
    /** The embedded part was asked for by name: the split mode looks for no server on this machine. */
    keepEmbedded: { events: NATS_URL === 'embedded:', cache: REDIS_URL === 'memory:' },
    logLevel: LOG_LEVEL,
    logFormat: LOG_FORMAT,
  };
}
export type PlatformConfig = ReturnType<typeof parseConfig>;
