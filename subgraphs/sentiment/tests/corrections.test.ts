import { privacyConsentChanged } from '@customerai/events';
import { ask, entity, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './sentiment-story.ts';

const { parts, model, story, service, settle, stop } = await startStories();
after(stop);

const CORRECT = `mutation($input: SentimentCorrectionInput!) { correctSentiment(input: $input) {
  id label modelLabel probabilities { negative } model { name version } consent consentSource correctedBy { id } correctedAt interaction { text }
} }`;
const LIST =
  'query($filter: SentimentCorrectionFilter) { sentimentCorrections(filter: $filter) { totalCount edges { node { label interaction { text } } } } }';

/** A story with one analysed message for each text, of customer `c-1`, `c-2` ... */
async function analysed(...texts: string[]) {
  const told = story();
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) ids.push(await told.submit({ text, customerId: `c-${index + 1}` }));
  await settle();
  const correct = async (interactionId: string, label: string, more: object = { consent: true }) =>
    (await told.askOk(CORRECT, { input: { interactionId, label, ...more } })).correctSentiment;
  const textsOf = async (filter: object) =>
    (await told.askOk(LIST, { filter })).sentimentCorrections.edges.map(({ node }: any) => node.interaction.text);
  return { ...told, ids, correct, textsOf };
}

test("a reviewer's label is kept beside the model's, and shown with the analysis that stays as it was", async () => {
  const { ids, correct, askOk } = await analysed('I love it. Not.');
  const { id, ...correction } = await correct(ids[0]!, 'NEGATIVE', { consent: true, consentSource: 'terms of 2026-01' });
  assert.ok(id);
  assert.deepEqual(correction, {
    label: 'NEGATIVE',
    modelLabel: 'POSITIVE',
    probabilities: { negative: 0.05 },
    model: { name: 'fake', version: '1.0.0' },
    consent: true,
    consentSource: 'terms of 2026-01',
    correctedBy: { id: 'user-1' },
    correctedAt: '2026-03-02T09:00:00.000Z',
    interaction: { text: 'I love it. Not.' },
  });
  const { interaction } = await askOk('query($id: ID!) { interaction(id: $id) { sentiment { label correction { id label } } } }', { id: ids[0] });
  assert.deepEqual(interaction.sentiment, { label: 'POSITIVE', correction: { id, label: 'NEGATIVE' } });
});

test('a later word takes the place of an earlier one', async () => {
  const { ids, correct, askOk } = await analysed('I love it');
  const first = await correct(ids[0]!, 'NEGATIVE', { consent: true, consentSource: 'terms' });
  parts.clock.advance(60_000);
  const second = await correct(ids[0]!, 'NEUTRAL', { consent: false });
  assert.deepEqual([second.id, second.label, second.consent, second.consentSource], [first.id, 'NEUTRAL', false, null]);
  assert.equal((await askOk(LIST)).sentimentCorrections.totalCount, 1);
});

test('corrections are listed by consent, by whether the model was wrong, and by time', async () => {
  const { ids, correct, textsOf } = await analysed('I love it', 'It is terrible', 'Where is it?');
  const start = parts.clock();
  await correct(ids[0]!, 'NEGATIVE');
  parts.clock.advance(1_000);
  await correct(ids[1]!, 'NEGATIVE');
  parts.clock.advance(1_000);
  await correct(ids[2]!, 'POSITIVE', { consent: false });
  assert.deepEqual(await textsOf({}), ['Where is it?', 'It is terrible', 'I love it']);
  assert.deepEqual(await textsOf({ consent: true }), ['It is terrible', 'I love it']);
  assert.deepEqual(await textsOf({ differs: true }), ['Where is it?', 'I love it']);
  assert.deepEqual(await textsOf({ differs: false, consent: false }), []);
  assert.deepEqual(await textsOf({ correctedFrom: start, correctedTo: new Date(start.getTime() + 1_000) }), ['I love it']);
});

test("a customer who withdraws consent drops out; other customers' words stay", async () => {
  const { ids, correct, textsOf, askOk } = await analysed('I love it', 'It is terrible');
  for (const id of ids) await correct(id, 'NEUTRAL');
  const withdraw = async () => (await askOk('mutation { withdrawTrainingConsent(customerId: "c-1") }')).withdrawTrainingConsent;
  assert.deepEqual([await withdraw(), await withdraw()], [1, 0]);
  assert.deepEqual(await textsOf({ consent: true }), ['It is terrible']);
});

test('consent that was withdrawn at the privacy service takes the words out too; another purpose does not', async () => {
  const { tenant, ids, correct, textsOf } = await analysed('I love it', 'It is terrible');
  for (const id of ids) await correct(id, 'NEUTRAL');
  const withdrawn = (customerId: string, purpose: string) =>
    parts.bus.publish(
      privacyConsentChanged.create({
        id: parts.newId(),
        source: 'privacy',
        tenant,
        partitionkey: customerId,
        time: parts.clock(),
        data: { customerId, purpose, granted: false, at: parts.clock().toISOString() },
      }),
    );
  await withdrawn('c-1', 'training');
  await withdrawn('c-2', 'marketing');
  await settle();
  assert.deepEqual(await textsOf({ consent: true }), ['It is terrible']);
});

test('what cannot be corrected says why', async () => {
  const { ids, ask: askAs, submit } = await analysed('I love it');
  const refusal = async (input: object) => {
    const { errors } = await askAs(CORRECT, { input: { interactionId: ids[0], label: 'NEUTRAL', consent: true, ...input } });
    return [errors[0]!.code, errors[0]!.extensions['argument']];
  };
  assert.deepEqual(await refusal({ interactionId: 'gone' }), ['NOT_FOUND', undefined]);
  assert.deepEqual(await refusal({ consentSource: 'x'.repeat(201) }), ['BAD_USER_INPUT', 'input.consentSource']);
  assert.deepEqual(await refusal({ consent: false, consentSource: 'terms' }), ['BAD_USER_INPUT', 'input.consentSource']);
  const { promise, resolve } = Promise.withResolvers<void>();
  model.held = promise;
  assert.deepEqual(await refusal({ interactionId: await submit({ text: 'Not read yet' }) }), ['CONFLICT', undefined]);
  resolve();
});

test('another tenant can neither correct nor see', async () => {
  const { ids, correct } = await analysed('I love it');
  const { id } = await correct(ids[0]!, 'NEGATIVE');
  const other = story();
  assert.equal((await other.ask(CORRECT, { input: { interactionId: ids[0], label: 'NEUTRAL', consent: true } })).errors[0]!.code, 'NOT_FOUND');
  assert.equal((await other.askOk(LIST)).sentimentCorrections.totalCount, 0);
  assert.equal((await entity(service.subgraph, { __typename: 'SentimentCorrection', id }, 'label', other.asker)).data, null);
});

test('correcting and listing need their scopes', async () => {
  const { tenant, ids } = await analysed('I love it');
  const input = { interactionId: ids[0], label: 'NEUTRAL', consent: true };
  const codeOf = async (query: string, scopes: string[], variables = {}) =>
    (await ask(service.subgraph, query, variables, viewer(tenant, scopes))).errors[0]?.code;
  assert.equal(await codeOf(CORRECT, ['reviews:read', 'interactions:read'], { input }), 'FORBIDDEN');
  assert.equal(await codeOf(LIST, ['reviews:read']), 'FORBIDDEN');
  assert.equal(await codeOf('mutation { withdrawTrainingConsent(customerId: "c-1") }', ['reviews:write']), 'FORBIDDEN');
});
