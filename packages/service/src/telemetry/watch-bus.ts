import type { EventBus } from '@customerai/events';
import { createBound, type Metrics } from '@customerai/telemetry';
import { createBusinessCounter } from './count-business.ts';

/** The bus with its figures taken; the same bus when nobody reads them. */
export function watchBus(bus: EventBus, metrics: Metrics): EventBus {
  if (!metrics.on) return bus;
  const published = metrics.counter('customerai_events_published_total', 'Events appended to the log.', ['type']);
  const count = createBusinessCounter(metrics);
  const typeOf = createBound(50);

  // One question for all three gauges of a scrape.
  let asked: { at: number; answer: ReturnType<EventBus['status']> } | undefined;
  const status = () => {
    if (!asked || performance.now() - asked.at > 500) asked = { at: performance.now(), answer: bus.status() };
    return asked.answer;
  };
  metrics.gauge('customerai_event_log_last_sequence', 'Position of the newest event in the log.', [], async () => [
    { labels: {}, value: (await status()).lastSequence },
  ]);
  metrics.gauge('customerai_consumer_pending', 'Events that a durable consumer has not finished yet.', ['consumer'], async () =>
    (await status()).consumers.map(({ name, pending }) => ({ labels: { consumer: name }, value: pending })),
  );
  metrics.gauge('customerai_consumer_dead_letters', 'Events that a durable consumer has given up since it exists.', ['consumer'], async () =>
    (await status()).consumers.map(({ name, deadLetters }) => ({ labels: { consumer: name }, value: deadLetters })),
  );
  return {
    ...bus,
    publish: async (event) => {
      const result = await bus.publish(event);
      if (!result.duplicate) {
        published({ type: typeOf(event.type) });
        count(event);
      }
      return result;
    },
  };
}
