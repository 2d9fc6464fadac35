import { z } from 'zod';
import { ConfigError, type Env, natsReplicas, parseEnv, port } from './config.ts';
import { explainStart } from './explain-start.ts';
import { openHttpDoor } from './http-door.ts';
import { createRequestVerifier, type JWK } from './identity.ts';
import { createLogger, logFormat } from './logger.ts';
import { openParts } from './open-parts.ts';
import type { Parts } from './parts.ts';
import { type Answers, openProcessLife, type ProcessLife } from './process-life.ts';
import type { Service } from './service.ts';
import { openTelemetry } from './telemetry/open-telemetry.ts';
import { watchSubgraph } from './telemetry/watch-subgraph.ts';
import { openTls } from './tls.ts';

const jwkSet = z.string().transform((text, context) => {
  try {
    return (JSON.parse(text) as { keys: JWK[] }).keys;
  } catch {
    context.addIssue({ code: 'custom', message: 'must be a JWK set in JSON: {"keys":[...]}' });
    return z.NEVER;
  }
});

/** The environment of a service that runs as its own process; a service's README lists what it adds. */
export const processEnv = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(0),
  MONGO_URL: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://'),
  NATS_URL: z.string().regex(/^(nats|tls|local):\/\//, 'must begin with nats:// or tls://'),
  NATS_REPLICAS: natsReplicas,
  REDIS_URL: z.string().default('memory:'),
  DATA_DIR: z.string().default('.data'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  LOG_FORMAT: logFormat,
  /** Public keys of the gateway's request signatures. */
  GATEWAY_KEYS: jwkSet,
};

/**
 * The whole life of one service process: configuration, parts, service, HTTP door, drain on SIGTERM or SIGINT. Exit code 1 after a failed start.
 * `answersOf`: what a supervisor may ask the service once it runs.
 */
export async function runService<Started extends Service>(
  name: string,
  start: (env: Env, parts: Parts) => Promise<Started>,
  answersOf: (service: Started) => Answers = () => ({}),
): Promise<void> {
  const life = openProcessLife();
  await live(name, start, answersOf, life);
  life.end();
}

async function live<Started extends Service>(
  name: string,
  start: (env: Env, parts: Parts) => Promise<Started>,
  answersOf: (service: Started) => Answers,
  life: ProcessLife,
): Promise<void> {
  const log = createLogger({ service: name, level: process.env['LOG_LEVEL'], format: process.env['LOG_FORMAT'] });
  await using stack = new AsyncDisposableStack();
  let mongoUrl: string | undefined;
  try {
    const config = parseEnv(processEnv, process.env);
    mongoUrl = config.MONGO_URL;
    const tls = stack.use(openTls(process.env, (error) => log.error({ err: error }, error.message)));
    const { metrics } = stack.use(await openTelemetry(process.env, { service: name, log }));
    const urls = {
      mongoUrl: config.MONGO_URL,
      natsUrl: config.NATS_URL,
      natsReplicas: config.NATS_REPLICAS,
      redisUrl: config.REDIS_URL,
      dataDir: config.DATA_DIR,
    };
    const parts = stack.use(await openParts(urls, log, metrics));
    const service = stack.use(await start(process.env, parts));
    const verifier = await createRequestVerifier(config.GATEWAY_KEYS, parts.cache);
    const subgraph = watchSubgraph(service.subgraph, metrics);
    const door = stack.use(await openHttpDoor({ subgraph, verifier, host: config.HOST, port: config.PORT, log, tls }));
    log.info({ url: door.url }, 'ready');
    life.ready(door.url, answersOf(service));
  } catch (thrown) {
    const error = explainStart(thrown, mongoUrl);
    if (error instanceof ConfigError) process.stderr.write(`${name} cannot start. ${error.message}\n`);
    else log.fatal({ err: error }, 'cannot start');
    process.exitCode = 1;
    return;
  }
  log.info({ signal: await life.stopped }, 'draining');
}
