import type { Store } from '@customerai/store';
import type { Metrics } from '@customerai/telemetry';

/** How much of a service's changes waits to become events. */
export function watchStore(store: Store, metrics: Metrics): void {
  if (!metrics.on) return;
  const component = store.connection.name;
  let asked: { at: number; answer: ReturnType<Store['outboxStatus']> } | undefined;
  const status = () => {
    if (!asked || performance.now() - asked.at > 500) asked = { at: performance.now(), answer: store.outboxStatus() };
    return asked.answer;
  };
  metrics.gauge('customerai_outbox_waiting', 'Documents whose events are not published yet; counted to 10,000.', ['component'], async () => [
    { labels: { component }, value: (await status()).waiting },
  ]);
  metrics.gauge(
    'customerai_outbox_oldest_seconds',
    'Age of the oldest event that is not published yet; 0 when none waits.',
    ['component'],
    async () => {
      const { oldest } = await status();
      return [{ labels: { component }, value: oldest ? Math.max(0, Date.now() - oldest.getTime()) / 1000 : 0 }];
    },
  );
}
