import { type Context, ROOT_CONTEXT, type Span as OtelSpan, SpanKind, SpanStatusCode, trace, type Tracer as OtelTracer } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, type SpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { AsyncLocalStorage } from 'node:async_hooks';
import { formatTraceparent, newPosition, parseTraceparent, type TracePosition } from './traceparent.ts';
import type { OpenSpan, Span, SpanAttributes, SpanOptions, Tracer } from './tracing.ts';

const KINDS = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};

/** Where the running work stands. Without `span` the trace was not chosen: its ids travel on, nothing is recorded. */
interface Here {
  service: string;
  position: TracePosition;
  span?: OtelSpan;
  /** The span is another process's. */
  outside?: boolean;
}

/**
 * A tracer on the OpenTelemetry SDK. Whether to record is chosen once, where a trace begins, and holds for all of it; in a trace that is not recorded
 * a span costs no more than a look at the context. Every service has a resource of its own, so that the all-in-one draws like nine processes.
 */
export function createOtelTracer(options: { processor: SpanProcessor; ratio: number; service: string; resource: SpanAttributes }): Tracer {
  const { processor, ratio, resource } = options;
  const storage = new AsyncLocalStorage<Here | undefined>();
  const tracers = new Map<string, OtelTracer>();

  function tracerOf(service: string): OtelTracer {
    let tracer = tracers.get(service);
    if (!tracer) {
      const provider = new TracerProvider({
        sampler: new AlwaysOnSampler(), // the choice is made here, before a span exists
        resource: resourceFromAttributes({ ...resource, 'service.name': `customerai-${service}`, 'service.namespace': 'customerai' } as never),
        spanProcessors: [processor],
      });
      tracers.set(service, (tracer = provider.getTracer('customerai')));
    }
    return tracer;
  }

  /** Undefined: go on as things are. */
  function enter(name: string, { kind, service, attributes, parent, door, onlyInside }: SpanOptions, around: Here | undefined): Here | undefined {
    const given = parent === undefined ? undefined : parseTraceparent(parent);
    const before = given ?? around?.position;
    if (onlyInside && !around?.span && !around?.outside) return undefined;
    const sampled = before && !door ? before.sampled : Math.random() < ratio;
    const working = service ?? around?.service ?? options.service;
    if (!sampled) {
      if (before && before === around?.position) return undefined;
      return { service: working, position: before && !door ? before : newPosition(false, before?.traceId) };
    }
    const context: Context = before
      ? trace.setSpanContext(ROOT_CONTEXT, {
          traceId: before.traceId,
          spanId: before.spanId,
          traceFlags: 1,
          isRemote: given !== undefined || around?.outside === true,
        })
      : ROOT_CONTEXT;
    const span = tracerOf(working).startSpan(name, { kind: KINDS[kind ?? 'internal'], attributes: attributes ?? {} }, context);
    const { traceId, spanId } = span.spanContext();
    return { service: working, position: { traceId, spanId, sampled: true }, span };
  }

  return {
    span: (name, spanOptions, work) => {
      const around = storage.getStore();
      const here = enter(name, spanOptions, around);
      if (!here) return work(faceOf(around));
      return storage.run(here, () => settle(here, work));
    },
    open: (name, spanOptions): OpenSpan => {
      const around = storage.getStore();
      const here = enter(name, spanOptions, around) ?? around;
      return Object.assign(faceOf(here), {
        end: () => here !== around && here?.span?.end(),
        run: <Result>(work: () => Result) => storage.run(here, work),
      });
    },
    position: () => storage.getStore()?.position,
    traceparent: () => {
      const here = storage.getStore();
      return here && formatTraceparent(here.position);
    },
    detached: (work) => storage.run(undefined, work),
    continue: (parent, work) => {
      const position = parseTraceparent(parent);
      return position ? storage.run({ service: options.service, position, outside: position.sampled }, work) : work();
    },
  };
}

/** Runs work in its span, and ends that with it. */
function settle<Result>(here: Here, work: (span: Span) => Result): Result {
  const face = faceOf(here);
  const { span } = here;
  if (!span) return work(face);
  const failed = (error: unknown) => {
    face.fail(typeOf(error));
    span.end();
  };
  let result: Result;
  try {
    result = work(face);
  } catch (error) {
    failed(error);
    throw error;
  }
  if (!(result instanceof Promise)) {
    span.end();
    return result;
  }
  return result.then(
    (value) => {
      span.end();
      return value;
    },
    (error: unknown) => {
      failed(error);
      throw error;
    },
  ) as Result;
}

function faceOf(here: Here | undefined): Span {
  const span = here?.span;
  return {
    traceId: here?.position.traceId,
    recording: span !== undefined,
    set: (attributes) => void span?.setAttributes(attributes),
    rename: (name) => void span?.updateName(name),
    fail: (type) => void span?.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', type),
  };
}

/** An error's stable code, else its class. Its message may quote a customer. */
function typeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'Error';
}
