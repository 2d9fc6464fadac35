import type { BusLog, EventBus } from './bus.ts';
import { openEmbeddedBus } from './embedded/index.ts';
import { openLocalBus } from './local/index.ts';

export interface OpenBusOptions {
  clock?: { now(): Date };
  log?: BusLog;
  /** Copies of a JetStream stream. Default: as it is, 1 where it is made anew. */
  replicas?: number | undefined;
  /** Name of this process for the operators of a NATS server. */
  name?: string;
}

/**
 * Opens the event bus that a URL names: `embedded:` (in memory), `embedded:/absolute/directory` (on disk, one process),
 * `nats://host:port` and `tls://host:port` (JetStream, any number of processes; several servers separated by commas), or
 * `local://secret@host:port` (the embedded one of another process of this machine, which serves it).
 */
export async function openBus(url: string, options: OpenBusOptions = {}): Promise<EventBus> {
  if (/^(nats|tls):\/\//.test(url)) {
    const { openJetStreamBus } = await import('./jetstream/index.ts');
    return openJetStreamBus({ ...options, url });
  }
  if (url.startsWith('local:')) return openLocalBus(url);
  if (url.startsWith('embedded:')) {
    const directory = decodeURIComponent(url.slice('embedded:'.length).replace(/^\/\/(?=\/)/, ''));
    return openEmbeddedBus({ ...options, directory: directory || undefined });
  }
  throw new RangeError(`No event bus for ${JSON.stringify(url)}: use embedded:, embedded:/directory, nats://host:port or tls://host:port.`);
}
