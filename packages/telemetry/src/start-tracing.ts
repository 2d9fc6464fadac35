import { type SpanAttributes, useTracer } from './tracing.ts';

export interface TracingOptions {
  /** Full address of the collector's OTLP/HTTP door for traces, e.g. `http://127.0.0.1:4318/v1/traces`. */
  url: string;
  headers?: Readonly<Record<string, string>>;
  /** Share of the traces that are recorded, 0 to 1. */
  ratio: number;
  /** Of spans that name no other. */
  service: string;
  /** What more holds for the whole process, e.g. `service.version`. */
  resource?: SpanAttributes;
  /** Hears the end of every export: how many spans, and why it failed if it did. */
  onExport?(spans: number, error: Error | undefined): void;
  /** How long spans are gathered before they are sent, in ms. Default 2,000. */
  delayMs?: number;
}

/** Spans that may wait while the collector is slow or away; what comes on top is dropped, and nobody waits. */
const QUEUE = 4_096;
const BATCH = 512;
const EXPORT_TIMEOUT_MS = 5_000;
/** What a stop may cost when the collector does not answer. */
const LAST_FLUSH_MS = 2_000;

/** Loads the SDK and turns tracing on for this process. Disposing sends what is left, within 2 s, and turns it off. */
export async function startTracing(options: TracingOptions): Promise<AsyncDisposable & { flush(): Promise<void> }> {
  const [{ BatchSpanProcessor }, { OTLPTraceExporter }, { createOtelTracer }] = await Promise.all([
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('./otel-tracer.ts'),
  ]);
  const { url, headers = {}, ratio, service, resource = {}, onExport = () => {}, delayMs = 2_000 } = options;
  const exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: EXPORT_TIMEOUT_MS });
  const processor = new BatchSpanProcessor({
    exporter: {
      export: (spans, done) =>
        exporter.export(spans, (result) => {
          onExport(spans.length, result.code === 0 ? undefined : (result.error ?? new Error('The collector refused the spans.')));
          done(result);
        }),
      shutdown: () => exporter.shutdown(),
      forceFlush: () => exporter.forceFlush(),
    },
    maxQueueSize: QUEUE,
    maxExportBatchSize: BATCH,
    scheduledDelayMillis: delayMs,
    exportTimeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const tracer = createOtelTracer({ processor, ratio, service, resource });
  useTracer(tracer);
  return {
    flush: () => processor.forceFlush(),
    [Symbol.asyncDispose]: async () => {
      useTracer(undefined);
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, LAST_FLUSH_MS);
      await Promise.race([processor.shutdown().catch(() => {}), late]);
      clearTimeout(timer);
    },
  };
}
