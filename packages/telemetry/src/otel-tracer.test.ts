import type { ReadableSpan, SpanProcessor } from '@opentelemetry/sdk-trace';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { createOtelTracer } from './otel-tracer.ts';
import { continueTrace, detached, inSpan, isTracing, openSpan, traceparent, useTracer } from './tracing.ts';

let ended: ReadableSpan[];
const begin = (ratio: number) => {
  ended = [];
  const processor = { onStart: () => {}, onEnd: (span: ReadableSpan) => void ended.push(span), shutdown: async () => {}, forceFlush: async () => {} };
  useTracer(createOtelTracer({ processor: processor as SpanProcessor, ratio, service: 'main', resource: {} }));
};
const names = () => ended.map(({ name }) => name);
const serviceOf = (span: ReadableSpan) => span.resource.attributes['service.name'];

beforeEach(() => begin(1));
afterEach(() => useTracer(undefined));

test('off, work runs as if nothing stood around it', async () => {
  useTracer(undefined);
  assert.equal(isTracing(), false);
  assert.equal(await inSpan('x', {}, async (span) => (span.set({ a: 1 }), span.traceId)), undefined);
  assert.equal(traceparent(), undefined);
});

test('spans nest through promises, inherit their service, and end with their work', async () => {
  await inSpan('outer', { service: 'review' }, async () => {
    await new Promise(setImmediate);
    inSpan('inner', {}, () => {});
  });
  const [inner, outer] = ended as [ReadableSpan, ReadableSpan];
  assert.deepEqual(names(), ['inner', 'outer']);
  assert.equal(inner.parentSpanContext?.spanId, outer.spanContext().spanId);
  assert.deepEqual([serviceOf(inner), serviceOf(outer)], ['customerai-review', 'customerai-review']);
});

test('a failure is told by its code or class, never by its message', async () => {
  const failing = inSpan('x', {}, async () => {
    throw Object.assign(new Error('Mara said'), { code: 'CONFLICT' });
  });
  await assert.rejects(failing);
  assert.throws(() =>
    inSpan('y', {}, () => {
      throw new TypeError('Mara said');
    }),
  );
  assert.deepEqual(
    ended.map(({ attributes, status }) => [attributes['error.type'], status.code]),
    [
      ['CONFLICT', 2],
      ['TypeError', 2],
    ],
  );
  assert.doesNotMatch(JSON.stringify(ended.map(({ attributes, events, status }) => [attributes, events, status])), /Mara/);
});

test('an event takes its trace along: what handles it goes on with that, whatever runs around', () => {
  let carried: string | undefined;
  inSpan('create', {}, () => (carried = traceparent()));
  inSpan('something else', {}, () => inSpan('handle', { parent: carried }, () => {}));
  const [create, handle, other] = ended as [ReadableSpan, ReadableSpan, ReadableSpan];
  assert.equal(handle.spanContext().traceId, create.spanContext().traceId);
  assert.equal(handle.parentSpanContext?.spanId, create.spanContext().spanId);
  assert.notEqual(other.spanContext().traceId, create.spanContext().traceId);
});

test('a trace that was not chosen is recorded nowhere, and says so to whom it calls', () => {
  begin(0);
  inSpan('door', { door: true }, () => {
    const told = traceparent()!;
    assert.match(told, /-00$/);
    inSpan('inner', {}, (span) => assert.equal(span.recording, false));
    begin(1); // another process, which would choose every trace of its own
    inSpan('handler', { parent: told }, () => {});
  });
  assert.deepEqual(names(), []);
});

test('at our door a caller can name the trace but not make us record it', () => {
  begin(0);
  const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  inSpan('door', { door: true, parent }, ({ traceId }) => assert.equal(traceId, 'a'.repeat(32)));
  assert.deepEqual(names(), []);
});

test('steps that mean nothing alone, and background work, make no trace', () => {
  inSpan('step', { onlyInside: true }, () => {});
  inSpan('outer', {}, () => detached(() => inSpan('step', { onlyInside: true }, () => assert.equal(traceparent(), undefined))));
  assert.deepEqual(names(), ['outer']);
});

test('a span across processes has its parent there', () => {
  const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  continueTrace(parent, () => inSpan('answer', { onlyInside: true, kind: 'server' }, () => {}));
  assert.equal(ended[0]?.parentSpanContext?.spanId, 'b'.repeat(16));
  assert.equal(ended[0]?.parentSpanContext?.isRemote, true);
});

test('an open span ends once and work can run inside it', () => {
  const span = openSpan('request', { door: true });
  span.run(() => inSpan('inner', {}, () => {}));
  span.end();
  assert.deepEqual(names(), ['inner', 'request']);
});
