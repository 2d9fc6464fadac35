import type { EventBus } from '@customerai/events';
import { createLogger, type Env, openParts, parseEnv, processEnv } from '@customerai/service';
import { listServices } from '../services.ts';

/** Consumes nothing, and refuses to publish: events that wait in an outbox stay there for the service that runs. */
const silence = (bus: EventBus): EventBus =>
  Object.assign(Object.create(bus) as EventBus, {
    publish: () => Promise.reject(new Error('A migration publishes nothing.')),
    consume: async () => ({ [Symbol.asyncDispose]: async () => {} }),
  });

/**
 * Starts every service once against the real store and nothing else, and ends it: collections and indexes are made before a new version is
 * rolled out, and a version that cannot start is found out before it replaces one that runs. Throws what a service throws.
 */
export async function migrate(env: Env, write: (text: string) => void): Promise<void> {
  const { MONGO_URL: mongoUrl } = parseEnv({ MONGO_URL: processEnv.MONGO_URL }, env);
  const log = createLogger({ service: 'migrate', level: 'fatal' }); // the relay of each would complain about the silent bus
  await using own = await openParts({ mongoUrl, natsUrl: 'embedded:', redisUrl: 'memory:', dataDir: '' }, log);
  const parts = { ...own, bus: silence(own.bus), dataDir: ':memory:' }; // nothing is written beside the store: the image's folder is nobody's
  for (const { name, start } of listServices()) {
    const began = performance.now();
    const service = await (await start())({ ...env, WAREHOUSE_PATH: ':memory:' }, parts);
    await service[Symbol.asyncDispose]();
    write(`${name}: collections and indexes are there (${Math.round(performance.now() - began)} ms)\n`);
  }
}
