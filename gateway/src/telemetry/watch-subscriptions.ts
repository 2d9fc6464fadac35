import type { Metrics } from '@customerai/telemetry';
import type { Server } from 'node:http';

/** Counts the sockets that are open. */
export function watchSockets(http: Server, metrics: Metrics): void {
  if (!metrics.on) return;
  let open = 0;
  http.on('upgrade', (_request, socket) => {
    open += 1;
    socket.once('close', () => (open -= 1));
  });
  metrics.gauge('customerai_sockets_open', 'WebSocket connections that are open.', [], () => [{ labels: {}, value: open }]);
}

/** Counts the subscriptions of hubs, whatever transport they came by. */
export function watchStreams(hubs: readonly { join(...given: any[]): Promise<unknown>; readonly size: number }[], metrics: Metrics): void {
  if (!metrics.on) return;
  const running = () => hubs.reduce((sum, { size }) => sum + size, 0);
  metrics.gauge('customerai_subscriptions_active', 'Subscriptions that run.', [], () => [{ labels: {}, value: running() }]);
  const begun = metrics.counter('customerai_subscriptions_started_total', 'Subscriptions begun.', []);
  for (const hub of hubs) {
    const { join } = hub;
    hub.join = async (...given) => {
      const subscriber = await join(...given);
      begun({});
      return subscriber;
    };
  }
}
