import { privacyConsentChanged } from '@customerai/events';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './privacy-story.ts';

const { parts, service, story, stop } = await startStories();
after(stop);

test('the last word on each purpose counts, and the earlier ones stay', async () => {
  const { consent, customer } = story();
  assert.deepEqual(await consent({ source: 'terms of 2026-01' }), {
    purpose: 'training',
    granted: true,
    source: 'terms of 2026-01',
    at: '2026-03-02T09:00:00.000Z',
  });
  parts.clock.advance(60_000);
  await consent({ granted: false });
  await consent({ purpose: 'marketing.email', granted: true });
  await consent({ customerId: 'c-2', purpose: 'training', granted: true });
  const { data, errors } = await customer('c-1', 'consents { purpose granted source } consentHistory { purpose granted }');
  assert.deepEqual(errors, []);
  assert.deepEqual(data.consents, [
    { purpose: 'marketing.email', granted: true, source: null },
    { purpose: 'training', granted: false, source: null },
  ]);
  assert.deepEqual(
    data.consentHistory.map(({ purpose, granted }: any) => [purpose, granted]),
    [
      ['marketing.email', true],
      ['training', false],
      ['training', true],
    ],
  );
});

test('neighbours hear of a change, by ids alone', async () => {
  const { tenant, consent } = story();
  await consent({ granted: false, source: 'a call with Mara' });
  await service().settle();
  const { lastSequence } = await parts.bus.status();
  const events: unknown[] = [];
  for await (const { event } of await parts.bus.tail({ types: [privacyConsentChanged.type], tenant, from: 1, to: lastSequence }))
    events.push(event.data);
  assert.equal(events.length, 1);
  assert.deepEqual(Object.keys(events[0] as object).toSorted(), ['at', 'customerId', 'granted', 'purpose']);
});

test('what cannot be written down says why', async () => {
  const { ask } = story();
  const refusal = async (input: object) => {
    const query = 'mutation($input: ConsentInput!) { recordConsent(input: $input) { at } }';
    const { errors } = await ask(query, { input: { customerId: 'c-1', purpose: 'training', granted: true, ...input } });
    return [errors[0]?.code, errors[0]?.extensions['argument']];
  };
  assert.deepEqual(await refusal({ customerId: ' ' }), ['BAD_USER_INPUT', 'input.customerId']);
  assert.deepEqual(await refusal({ customerId: 'c'.repeat(201) }), ['BAD_USER_INPUT', 'input.customerId']);
  assert.deepEqual(await refusal({ purpose: 'to write to Mara' }), ['BAD_USER_INPUT', 'input.purpose']);
  assert.deepEqual(await refusal({ source: 's'.repeat(201) }), ['BAD_USER_INPUT', 'input.source']);
});

test("another tenant's customer of the same id has said nothing", async () => {
  await story().consent({});
  assert.deepEqual((await story().customer('c-1', 'consents { purpose }')).data.consents, []);
});

test('who may not look is told so', async () => {
  const { errors } = await story(undefined, ['interactions:read']).customer('c-1', 'consents { purpose }');
  assert.equal(errors[0]?.code, 'FORBIDDEN');
});
