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

/** Counts the subscriptions of a hub, whatever transport they came by. The same hub when nobody looks. */
export function watchStreams<Join extends (...given: any[]) => Promise<unknown>, Hub extends { join: Join; readonly size: number }>(
  hub: Hub,
  metrics: Metrics,
): Hub {
  if (!metrics.on) return hub;
  metrics.gauge('customerai_subscriptions_active', 'Subscriptions that run.', [], () => [{ labels: {}, value: hub.size }]);
  const begun = metrics.counter('customerai_subscriptions_started_total', 'Subscriptions begun.', []);
  const { join } = hub;
  hub.join = (async (...given: Parameters<Join>) => {
    const subscriber = await join(...given);
    begun({});
    return subscriber;
  }) as Join;
  return hub;
}
