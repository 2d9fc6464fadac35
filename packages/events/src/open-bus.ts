import type { BusLog, EventBus } from './bus.ts';
import { openEmbeddedBus } from './embedded/index.ts';

export interface OpenBusOptions {
  clock?: { now(): Date };
  log?: BusLog;
}

/**
 * Opens the event bus that a URL names: `embedded:` (in memory), `embedded:/absolute/directory` (on disk, one process), or
 * `nats://host:port` and `tls://host:port` (JetStream, any number of processes; several servers separated by commas).
 */
export async function openBus(url: string, options: OpenBusOptions = {}): Promise<EventBus> {
  if (url.startsWith('embedded:')) {
    const directory = decodeURIComponent(url.slice('embedded:'.length).replace(/^\/\/(?=\/)/, ''));
    return openEmbeddedBus({ ...options, directory: directory || undefined });
  }
  throw new RangeError(`No event bus for ${JSON.stringify(url)}: use embedded:, embedded:/directory, nats://host:port or tls://host:port.`);
}
