import { LRUCache } from 'lru-cache';
import type { Message } from './message.ts';

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_AGE_MS = 60_000; // what an entity was a minute ago is no answer to who comes now

/**
 * Messages by what was asked and which event, so that subscribers whose filters differ, and those who come back and catch up, cost one execution and one
 * serialisation together. A message with errors is given to those who wait for it, and not kept.
 */
export function createAnswers(): (key: string, work: () => Promise<Message>) => Promise<Message> {
  const done = new LRUCache<string, Message>({
    maxSize: MAX_BYTES,
    ttl: MAX_AGE_MS,
    sizeCalculation: ({ payload }, key) => payload.length + key.length + 200,
  });
  const underWay = new Map<string, Promise<Message>>();
  return (key, work) => {
    const known = done.get(key);
    if (known) return Promise.resolve(known);
    let running = underWay.get(key);
    if (!running) {
      running = work()
        .then((message) => {
          if (!message.failed) done.set(key, message);
          return message;
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, running);
    }
    return running;
  };
}
