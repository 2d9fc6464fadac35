import { type OtlpReceiver, type ReceivedSpan, startOtlpReceiver } from '@customerai/testkit';
import { firstWhere, startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

const SUBMIT = 'mutation Submit($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';
const WATCH = 'subscription { reviewQueueUpdated { change item { interaction { id customer { name } } response { text } } } }';
const angry = { customerId: 'c-1', customerName: 'Mara Quill', channel: 'EMAIL', text: 'Third time I write: where is my parcel? I am furious.' };

/** Of the trace of one message; spans come in any order. */
const EXPECTED = [
  'customerai-gateway: POST graphql',
  'customerai-gateway: subscription reviewQueueUpdated',
  'customerai-sentiment: insertMany interactions',
  'customerai-review: find reviewItems',
  'customerai-ai: infer insight',
  'customerai-privacy: answer privacy.redact',
  'customerai-sentiment: publish customer.interaction.new',
  'customerai-review: publish review.required',
  'customerai-analytics: process review.required',
];

describe('with a collector', () => {
  let collector: OtlpReceiver;
  let platform: TestPlatform;

  before(async () => {
    collector = await startOtlpReceiver();
    platform = await startTestPlatform({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '20' });
  });
  after(async () => {
    await platform[Symbol.asyncDispose]();
    await collector[Symbol.asyncDispose]();
  });

  test('one trace leads from the mutation over the events to what the subscriber gets', async () => {
    const client = await platform.newTenant();
    await using updates = await client.subscribe(WATCH);
    await client.queryOk(SUBMIT, { input: angry });
    await firstWhere(updates, ({ data }) => data.reviewQueueUpdated.change === 'ADDED');
    await platform.settle();
    const said = ({ service, name }: ReceivedSpan) => `${service}: ${name}`;
    const spans = await collector.until((received) => EXPECTED.every((text) => received.some((span) => said(span) === text)));

    const { traceId } = spans.find(({ name }) => name === 'mutation submitInteraction')!;
    const trace = spans.filter((span) => span.traceId === traceId);
    for (const text of EXPECTED)
      assert.ok(
        trace.some((span) => said(span) === text),
        text,
      );
    const path = pathTo(
      trace,
      trace.find(({ name }) => name === 'subscription reviewQueueUpdated')!,
    );
    assert.deepEqual(path, [
      'customerai-gateway: POST graphql',
      'customerai-gateway: mutation submitInteraction',
      'customerai-gateway: fetch sentiment',
      'customerai-sentiment: execute sentiment',
      'customerai-sentiment: Mutation.submitInteraction',
      'customerai-sentiment: process customer.interaction.new',
      'customerai-generation: process sentiment.analysis.complete',
      'customerai-review: process response.generation.complete',
      'customerai-gateway: subscription reviewQueueUpdated',
    ]);
    assert.deepEqual(
      trace.filter(({ parentSpanId }) => parentSpanId === undefined).map(({ name }) => name),
      ['POST graphql'],
    );
  });

  test('no span carries what a customer said, nor a name', () => {
    const told = JSON.stringify(collector.spans, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    assert.doesNotMatch(told, /furious|parcel|Mara|Quill/);
  });

  test("the caller's trace goes on, and the answer names it", async () => {
    const { token } = await platform.newTenant();
    const traceId = 'a'.repeat(31) + '1';
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, traceparent: `00-${traceId}-${'b'.repeat(16)}-00` },
      body: JSON.stringify({ query: '{ reviewStats { open } }' }),
    });
    assert.equal(response.headers.get('x-trace-id'), traceId);
    const spans = await collector.until((received) => received.some((span) => span.traceId === traceId && span.name === 'POST graphql'));
    assert.equal(spans.find((span) => span.traceId === traceId && span.name === 'POST graphql')!.parentSpanId, 'b'.repeat(16));
  });
});

test('a trace that is not chosen leaves nothing', async () => {
  await using collector = await startOtlpReceiver();
  await using platform = await startTestPlatform({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER_ARG: '0',
    OTEL_BSP_SCHEDULE_DELAY: '20',
  });
  const client = await platform.newTenant();
  await client.queryOk(SUBMIT, { input: angry });
  await platform.settle();
  assert.deepEqual(collector.spans, []);
});

test('a collector that is away or never answers holds nothing up, a stop neither', async () => {
  const { createServer } = await import('node:http');
  const deaf = createServer(() => {}); // takes the request and says nothing
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  const { port } = deaf.address() as { port: number };
  for (const url of [`http://127.0.0.1:${port}`, 'http://127.0.0.1:1']) {
    const platform = await startTestPlatform({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_BSP_SCHEDULE_DELAY: '20' });
    const client = await platform.newTenant();
    await client.queryOk(SUBMIT, { input: angry });
    await platform.settle();
    await platform[Symbol.asyncDispose](); // for how long it waits, packages/telemetry has a test
  }
  deaf.closeAllConnections();
  deaf.close();
});

function pathTo(trace: readonly ReceivedSpan[], span: ReceivedSpan): string[] {
  const parent = trace.find(({ spanId }) => spanId === span.parentSpanId);
  return [...(parent ? pathTo(trace, parent) : []), `${span.service}: ${span.name}`];
}
