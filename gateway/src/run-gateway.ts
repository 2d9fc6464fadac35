import {
  ConfigError,
  createLogger,
  type Env,
  explainStart,
  logFormat,
  natsReplicas,
  openParts,
  openTelemetry,
  openProcessLife,
  openTls,
  parseEnv,
  type ProcessLife,
} from '@customerai/service';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { gatewayEnv, parseConfig } from './config.ts';
import { followSupergraph } from './plan/follow-supergraph.ts';
import { EVENTS_SUBGRAPH, loadSupergraph } from './plan/load-supergraph.ts';
import { startGateway } from './start.ts';

/** How long a request waits for a service that its supervisor restarts: a start takes a few seconds, on a busy machine many. */
const PATIENCE_MS = 25_000;

/** What a gateway needs that runs as a process of its own, beside `gatewayEnv`. */
export const gatewayProcessEnv = {
  NATS_URL: z.string().regex(/^(nats|tls|local):\/\//, 'must begin with nats:// or tls://'),
  NATS_REPLICAS: natsReplicas,
  REDIS_URL: z.string().default('memory:'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  LOG_FORMAT: logFormat,
};

/** The life of a gateway process: services are reached by signed HTTP at the graph's routing URLs, or where SUBGRAPH_URLS says. Exit code 1 after a failed start. */
export async function runGateway(env: Env): Promise<void> {
  const life = openProcessLife();
  await live(env, life);
  life.end();
}

async function live(env: Env, life: ProcessLife): Promise<void> {
  const log = createLogger({ service: 'gateway', level: env['LOG_LEVEL'] || undefined, format: env['LOG_FORMAT'] });
  await using stack = new AsyncDisposableStack();
  try {
    const { NATS_URL: natsUrl, NATS_REPLICAS: replicas, REDIS_URL: redisUrl } = parseEnv({ ...gatewayEnv, ...gatewayProcessEnv }, env);
    const config = parseConfig(env);
    const supergraphSdl = await readFile(config.supergraphFile, 'utf8');
    const urls = new Map([...loadSupergraph(supergraphSdl).routingUrls, ...Object.entries(config.subgraphUrls)]);
    urls.delete(EVENTS_SUBGRAPH);
    const tls = stack.use(openTls(env, (error) => log.error({ err: error }, error.message)));
    const { metrics } = stack.use(await openTelemetry(env, { service: 'gateway', log }));
    const parts = stack.use(await openParts({ mongoUrl: '', natsUrl, natsReplicas: replicas, redisUrl, dataDir: '' }, log, metrics)); // the gateway stores nothing
    const subgraphs = Object.fromEntries([...urls].map(([name, url]) => [name, { url }]));
    const patienceMs = life.supervised ? PATIENCE_MS : 0;
    const gateway = stack.use(await startGateway(env, { ...parts, subgraphs, supergraphSdl, patienceMs, tls }));
    stack.use(followSupergraph(config.supergraphFile, supergraphSdl, { reload: gateway.reload, log }));
    log.info({ url: gateway.url }, 'ready');
    life.ready(gateway.url, {
      hold: ({ name }: { name: string }) => gateway.hold(name),
      target: ({ name, url }: { name: string; url: string }) => gateway.target(name, url),
      linger: ({ ms }: { ms: number }) => gateway.linger(ms),
    });
  } catch (thrown) {
    const error = explainStart(thrown, undefined);
    if (error instanceof ConfigError) process.stderr.write(`gateway cannot start. ${error.message}\n`);
    else log.fatal({ err: error as Error }, 'cannot start');
    process.exitCode = 1;
    return;
  }
  log.info({ signal: await life.stopped }, 'draining');
}
