import { openBus } from '@customerai/events';
import { type Metrics, noMetrics } from '@customerai/telemetry';
import { openCache } from './cache/open-cache.ts';
import { newId, systemClock } from './ids.ts';
import type { Logger } from './logger.ts';
import type { Parts } from './parts.ts';
import { createInProcessRpc } from './rpc/in-process-rpc.ts';
import { openLocalRpc } from './rpc/local-rpc.ts';
import { openNatsRpc } from './rpc/nats-rpc.ts';
import type { Rpc } from './rpc/rpc.ts';
import { traceRpc } from './rpc/trace-rpc.ts';
import { watchBus } from './telemetry/watch-bus.ts';

export interface PartUrls {
  mongoUrl: string;
  /** `nats://...`, `embedded:/directory` for one process, or `local://...` for processes under one supervisor. */
  natsUrl: string;
  /** How many servers of a NATS cluster keep each event. Default: as the stream is. */
  natsReplicas?: number | undefined;
  /** `redis://...`, or `memory:` for one process. */
  redisUrl: string;
  dataDir: string;
}

/** Opens the parts by their URLs: the one place that picks between an embedded part and the real one. */
export async function openParts(urls: PartUrls, log: Logger, metrics: Metrics = noMetrics): Promise<Parts & AsyncDisposable> {
  const stack = new AsyncDisposableStack();
  try {
    const warn = (error: Error) => log.warn({ err: error }, error.message);
    const cache = stack.use(await openCache(urls.redisUrl, warn));
    const bus = stack.use(await openBus(urls.natsUrl, { replicas: urls.natsReplicas }));
    const rpc = stack.use(await openRpc(urls.natsUrl, warn));
    return {
      mongoUrl: urls.mongoUrl,
      bus: watchBus(bus, metrics),
      rpc: traceRpc(rpc),
      cache,
      clock: systemClock,
      newId,
      log,
      metrics,
      dataDir: urls.dataDir,
      [Symbol.asyncDispose]: () => stack.disposeAsync(),
    };
  } catch (error) {
    await stack.disposeAsync();
    throw error;
  }
}

async function openRpc(url: string, onError: (error: Error) => void): Promise<Rpc> {
  if (url.startsWith('embedded:')) return createInProcessRpc();
  return url.startsWith('local:') ? openLocalRpc(url, onError) : openNatsRpc(url, onError);
}
