import { type Metrics, noMetrics, openPrometheusMetrics, startTracing } from '@customerai/telemetry';
import { readFileSync } from 'node:fs';
import type { Env } from '../config.ts';
import type { Logger } from '../logger.ts';
import { parseTelemetryConfig } from './config.ts';
import { openMetricsDoor } from './metrics-door.ts';

export interface Telemetry extends AsyncDisposable {
  metrics: Metrics;
  /** Where Prometheus may read, when it may. */
  metricsUrl?: string;
}

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/**
 * Turns on what the environment asks for: traces with OTEL_EXPORTER_OTLP_ENDPOINT, metrics with METRICS_PORT. Without them nothing is loaded and nothing
 * counted. Open it before the parts, dispose it after them. `service`: the process's own name.
 */
export async function openTelemetry(env: Env, { service, log }: { service: string; log: Logger }): Promise<Telemetry> {
  const config = parseTelemetryConfig(env);
  await using stack = new AsyncDisposableStack();
  let metrics: Metrics = noMetrics;
  let metricsUrl: string | undefined;
  if (config.metrics) {
    const prometheus = await openPrometheusMetrics();
    prometheus.gauge('customerai_build_info', 'Always 1; the labels say what runs.', ['component', 'version', 'node'], () => [
      { labels: { component: service, version, node: process.versions.node }, value: 1 },
    ]);
    const door = stack.use(await openMetricsDoor(prometheus, config.metrics));
    metricsUrl = door.url;
    log.info({ url: door.url }, 'metrics are served');
    metrics = prometheus;
  }
  if (config.traces) {
    const exported = metrics.counter('customerai_trace_spans_exported_total', 'Spans sent to the collector, by what became of them.', ['outcome']);
    let away = false;
    stack.use(
      await startTracing({
        ...config.traces,
        service,
        resource: { 'service.version': version, ...config.traces.resource },
        onExport: (spans, error) => {
          exported({ outcome: error ? 'failed' : 'ok' }, spans);
          // Once a spell: a collector that is away is no reason to fill the log.
          if (error && !away) log.warn({ spans, reason: error.message }, 'the collector did not take spans; they are lost, nothing else is');
          away = error !== undefined;
        },
      }),
    );
  }
  const owned = stack.move();
  return { metrics, ...(metricsUrl && { metricsUrl }), [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
