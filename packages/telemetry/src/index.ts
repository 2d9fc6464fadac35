export * from './metrics.ts';
export type { PrometheusMetrics } from './prometheus-metrics.ts';
export * from './start-tracing.ts';
export * from './traceparent.ts';
export {
  continueTrace,
  detached,
  inSpan,
  isTracing,
  type OpenSpan,
  openSpan,
  type Span,
  type SpanAttributes,
  type SpanOptions,
  traceparent,
  tracePosition,
} from './tracing.ts';

/** Loads prom-client and opens a registry. */
export const openPrometheusMetrics = async () => (await import('./prometheus-metrics.ts')).createPrometheusMetrics();
