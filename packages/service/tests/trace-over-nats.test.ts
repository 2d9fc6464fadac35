import { eventContracts, interactionNew, openBus } from '@customerai/events';
import { newId, openNatsRpc, openTelemetry, sentimentInteraction } from '@customerai/service';
import { continueTrace, inSpan, traceparent } from '@customerai/telemetry';
import { createTestParts, skipWithout, startNats, startOtlpReceiver } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const skip = skipWithout('nats-server');

test('over NATS a question takes its trace along, and so does an event', { skip }, async () => {
  assert.ok(eventContracts.includes(interactionNew));
  await using nats = await startNats();
  await using collector = await startOtlpReceiver();
  await using parts = await createTestParts();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: '20' };
  await using telemetry = await openTelemetry(env, { service: 'test', log: parts.log });
  assert.equal(telemetry.metrics.on, false);
  await using asking = await openNatsRpc(nats.url, () => {});
  await using answering = await openNatsRpc(nats.url, () => {});
  const heard: (string | undefined)[] = [];
  await using served = await answering.serve(sentimentInteraction, async () => {
    heard.push(traceparent());
    return null;
  });
  assert.ok(served);

  const said = await inSpan('ask', {}, async () => {
    await asking.call(sentimentInteraction, { tenant: 't', interactionId: 'i' });
    return traceparent();
  });
  assert.deepEqual(heard, [said]);
  await continueTrace(undefined, () => asking.call(sentimentInteraction, { tenant: 't', interactionId: 'i' }));
  assert.equal(heard[1], undefined);

  await using bus = await openBus(nats.url);
  const received = Promise.withResolvers<string | undefined>();
  await using consumer = await bus.consume({
    name: 'trace-test',
    types: [interactionNew.type],
    handle: async (event) => received.resolve(event.traceparent),
    onDeadLetter: async () => {},
  });
  assert.ok(consumer);
  const data = { interactionId: 'i', customerId: 'c', channel: 'EMAIL' as const, language: 'en', receivedAt: new Date(0).toISOString() };
  const sent = inSpan('change', {}, () =>
    interactionNew.create({ id: newId(), source: 'test', tenant: 't', partitionkey: 'c', time: new Date(0), data }),
  );
  await bus.publish(sent);
  assert.match(sent.traceparent ?? '', /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  assert.equal(await received.promise, sent.traceparent);
});
