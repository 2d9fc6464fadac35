import type { CloudEvent } from '@customerai/events';
import { type Metrics, REQUEST_SECONDS } from '@customerai/telemetry';

const LAG_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800] as const;
const ended = () => {};

/** Figures of the event handlers: call it as a try begins, and what it gives as that ends. */
export function createHandlerFigures(metrics: Metrics): (consumer: string, event: CloudEvent) => (outcome: 'ok' | 'failed') => void {
  if (!metrics.on) return () => ended;
  const duration = metrics.histogram(
    'customerai_event_handler_duration_seconds',
    'Time of one try of an event handler.',
    ['consumer', 'outcome'],
    REQUEST_SECONDS,
  );
  const lag = metrics.histogram(
    'customerai_event_lag_seconds',
    'From the time an event was made to the begin of a try to handle it.',
    ['consumer'],
    LAG_SECONDS,
  );
  return (consumer, { time }) => {
    const start = performance.now();
    lag({ consumer }, Math.max(0, Date.now() - Date.parse(time)) / 1000);
    return (outcome) => duration({ consumer, outcome }, (performance.now() - start) / 1000);
  };
}
