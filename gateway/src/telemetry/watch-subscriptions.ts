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

/** Counts the streams of an operator: one for each running subscription. The same operator when nobody looks. */
export function watchStreams<Begin extends (...given: any[]) => Promise<object>, Operator extends { begin: Begin }>(
  operator: Operator,
  metrics: Metrics,
): Operator {
  if (!metrics.on) return operator;
  let active = 0;
  metrics.gauge('customerai_subscriptions_active', 'Subscriptions that run.', [], () => [{ labels: {}, value: active }]);
  const begun = metrics.counter('customerai_subscriptions_started_total', 'Subscriptions begun.', []);

  function counted<Value>(stream: AsyncIterableIterator<Value>): AsyncIterableIterator<Value> {
    let open = true;
    active += 1;
    begun({});
    const end = () => {
      if (open) active -= 1;
      open = false;
    };
    return {
      next: async () => {
        const result = await stream.next();
        if (result.done) end();
        return result;
      },
      return: async () => {
        end();
        return (await stream.return?.()) ?? { value: undefined, done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  const begin = async (...given: Parameters<Begin>) => {
    const result = await operator.begin(...given);
    return 'stream' in result ? { ...result, stream: counted(result.stream as AsyncIterableIterator<unknown>) } : result;
  };
  return { ...operator, begin };
}
