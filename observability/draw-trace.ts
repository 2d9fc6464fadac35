// Plays one message into a platform and keeps its trace: docs/traces/interaction.json, and drawn as docs/traces/interaction.svg.
//   node observability/draw-trace.ts            the spans that a collector received, times counted from the first
import { startOtlpReceiver } from '@customerai/testkit';
import { startTestPlatform } from '@customerai/testkit/platform';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toSvg, type TraceStep } from './trace-svg.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'traces');
const SUBMIT = 'mutation Submit($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';
const WATCH =
  'subscription Watch { reviewQueueUpdated { change item { interaction { id customer { name } sentiment { label } } response { text } } } }';

await using collector = await startOtlpReceiver();
const platform = await startTestPlatform({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '50' });
const client = await platform.newTenant();
const updates = await client.subscribe(WATCH);
const submit = (text: string) => client.queryOk(SUBMIT, { input: { customerId: 'c-42', customerName: 'Mara', channel: 'EMAIL', text } });
const added = async () => {
  // Not by "for await", which would end the subscription with its first answer.
  for (let change = ''; change !== 'ADDED';) change = (await updates.next()).value.data.reviewQueueUpdated.change;
};
// The first ones pay for what later ones need not: plans, statements, connections.
for (let round = 0; round < 5; round++) {
  await submit(`Number ${round}: my order is late and I am angry.`);
  await added();
}
await platform.settle();
const warm = collector.spans.length;
await submit('Third time I write: where is my parcel? I am furious.');
await added();
await platform.settle();
await updates[Symbol.asyncDispose]();
await platform[Symbol.asyncDispose](); // sends what is left
const spans = collector.spans.slice(warm);
const { traceId } = spans.findLast(({ name }) => name === 'POST graphql')!;
const trace = spans.filter((span) => span.traceId === traceId).toSorted((a, b) => Number(a.start - b.start));
const zero = trace[0]!.start;
const milliseconds = (time: bigint) => Math.round(Number(time - zero) / 1e4) / 100;
const steps: TraceStep[] = trace.map(({ service, name, kind, spanId, parentSpanId, start, end, attributes }) => ({
  service,
  name,
  kind: ['', 'internal', 'server', 'client', 'producer', 'consumer'][kind]!,
  spanId,
  ...(parentSpanId ? { parentSpanId } : {}),
  startMs: milliseconds(start),
  endMs: milliseconds(end),
  attributes,
}));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'interaction.json'), `${JSON.stringify({ traceId, spans: steps }, null, 1)}\n`);
writeFileSync(join(folder, 'interaction.svg'), toSvg(steps));
process.stdout.write(
  `${steps.length} spans, ${new Set(steps.map(({ service }) => service)).size} services, ${Math.max(...steps.map(({ endMs }) => endMs))} ms\n`,
);
