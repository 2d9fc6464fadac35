import { startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { startGateway } from '@customerai/gateway';
import {
  type Clock,
  createLogger,
  type Env,
  type Logger,
  openParts,
  openTelemetry,
  type Parts,
  type Service,
  watchSubgraph,
} from '@customerai/service';
import type { AuthService } from '@customerai/subgraph-auth';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serveSnapshots } from './backup/snapshot-socket.ts';
import { DOCUMENTS, takeSnapshot } from './backup/snapshot.ts';
import { withCacheKey } from './cache-key.ts';
import { parseConfig, type PlatformConfig } from './config.ts';
import { openDataDirectory } from './data-directory.ts';
import { keepOperatorFile } from './operator-file.ts';
import { listServices } from './services.ts';
import { claimPort } from './split/ports.ts';

export interface Platform extends AsyncDisposable {
  url: string;
  port: number;
  dataDir: string;
  logFile?: string;
  /** Where Prometheus may read, when METRICS_PORT is set. */
  metricsUrl?: string;
  auth: AuthService;
  parts: Parts;
  /** Resolves when everything that was accepted has gone through every service. */
  settle(): Promise<void>;
}

export interface PlatformOptions {
  env: Env;
  /** Nothing is written to disk and nothing outlives the process; for tests. Default false. */
  inMemory?: boolean;
  /** Hears what starts and how long it took, in ms. */
  onStep?(step: string, milliseconds: number): void;
  log?: Logger;
  /** For tests of what takes days. */
  clock?: Clock;
}

/** The whole platform in this process: data sources, services and gateway. Disposing drains in the opposite order of starting. */
export async function startPlatform({ env: given, inMemory = false, onStep = () => {}, log: givenLog, clock }: PlatformOptions): Promise<Platform> {
  const env = withCacheKey(given);
  const config = parseConfig(env);
  await using stack = new AsyncDisposableStack();
  const step = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
    const start = performance.now();
    const value = await work();
    onStep(name, performance.now() - start);
    return value;
  };

  const directory = inMemory ? undefined : stack.use(await openDataDirectory(config.dataDir));
  const dataDir = directory?.path ?? ':memory:';
  if (config.port !== 0) await claimPort(config.host, config.port);
  const { log, logFile } = givenLog ? { log: givenLog, logFile: undefined } : openLog(config, directory?.path);

  const { metrics, metricsUrl } = stack.use(await openTelemetry(env, { service: 'platform', log }));
  const documents = config.mongoUrl
    ? undefined
    : await step('documents', async () => stack.use(await startEmbeddedMongodb({ directory: directory && join(directory.path, DOCUMENTS) })));
  const mongoUrl = config.mongoUrl ?? documents!.url;
  const opened = await step('events and cache', async () =>
    stack.use(
      await openParts(
        {
          mongoUrl,
          natsUrl: config.natsUrl ?? `embedded:${directory ? join(directory.path, 'events') : ''}`,
          natsReplicas: config.natsReplicas,
          redisUrl: config.redisUrl ?? 'memory:',
          dataDir,
        },
        log,
        metrics,
      ),
    ),
  );

  const parts: Parts = clock ? { ...opened, clock } : opened;

  // Side by side: each waits for its neighbours' answers only when an event or a request needs them.
  const started = await Promise.allSettled(
    listServices().map(({ name, start }) =>
      step(name, async () => {
        const service = await (await start())(env, { ...parts, log: log.child({ service: name }) });
        stack.use(service);
        return [name, service] as const;
      }),
    ),
  );
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const services = Object.fromEntries(started.map((result) => (result as PromiseFulfilledResult<readonly [string, Service]>).value));
  const auth = services['auth'] as AuthService;

  const gateway = await step('gateway', async () =>
    stack.use(
      await startGateway(env, {
        ...parts,
        log: log.child({ service: 'gateway' }),
        subgraphs: Object.fromEntries(Object.entries(services).map(([name, { subgraph }]) => [name, watchSubgraph(subgraph, metrics)])),
      }),
    ),
  );
  if (directory) {
    const sources = { documents, bus: parts.bus, services: Object.values(services) };
    stack.use(await serveSnapshots(directory.path, (target) => takeSnapshot(target, sources), log));
    stack.use(await keepOperatorFile(directory.path, gateway.url, auth));
  }

  const owned = stack.move();
  return {
    url: gateway.url,
    port: gateway.port,
    dataDir,
    logFile,
    metricsUrl,
    auth,
    parts,
    settle: async () => {
      // A change becomes an event, whose handlers make changes: quiet is when a whole round moves nothing.
      for (let before = -1; ;) {
        await Promise.all(Object.values(services).map((service) => service.settle()));
        await parts.bus.settle();
        const { lastSequence } = await parts.bus.status();
        if (lastSequence === before) return;
        before = lastSequence;
      }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Logs go to a file, so that the terminal stays with the person; LOG_LEVEL says how much. */
function openLog({ logLevel, logFormat }: PlatformConfig, directory: string | undefined): { log: Logger; logFile?: string } {
  if (!directory) return { log: createLogger({ service: 'platform', level: logLevel, format: logFormat }) };
  mkdirSync(join(directory, 'logs'), { recursive: true });
  const logFile = join(directory, 'logs', 'platform.jsonl');
  const out = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
  return { log: createLogger({ service: 'platform', level: logLevel, format: logFormat }, out), logFile };
}
