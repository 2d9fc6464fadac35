import { startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readCorrections } from '../src/corrections/read-corrections.ts';

let platform: TestPlatform;
before(async () => (platform = await startTestPlatform()));
after(() => platform[Symbol.asyncDispose]());

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';
const CORRECT = 'mutation($input: SentimentCorrectionInput!) { correctSentiment(input: $input) { id correctedBy { name } } }';

/** A tenant with one analysed message for each text, and the client that the commands use. */
async function tenantWith(...texts: string[]) {
  const client = await platform.newTenant();
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const input = { customerId: `c-${index + 1}`, channel: 'EMAIL', text, language: 'en' };
    ids.push((await client.queryOk(SUBMIT, { input })).submitInteraction.id);
  }
  await platform.settle();
  return { ...client, ids, operator: { request: client.queryOk as any } };
}

test('corrections of customers who agreed become labelled texts; nobody else can tell their words', async () => {
  const { queryOk, ids, operator } = await tenantWith(
    'Great, late again. Write to mara@example.com.',
    'I never agreed to anything.',
    'I agreed, and then I did not.',
  );
  for (const [index, consent] of [true, false, true].entries()) {
    const { correctSentiment } = await queryOk(CORRECT, { input: { interactionId: ids[index], label: 'NEGATIVE', consent } });
    assert.equal(correctSentiment.correctedBy.name, 'Test Person');
  }
  await queryOk('mutation { withdrawTrainingConsent(customerId: "c-3") }');
  const [line, ...more] = await Array.fromAsync(readCorrections(operator));
  assert.equal(more.length, 0);
  const { modelLabel, probabilities, model, correctedAt, ...labelled } = line!;
  assert.deepEqual(labelled, { text: 'Great, late again. Write to mara@example.com.', label: 'negative', language: 'en', channel: 'EMAIL' });
  assert.match(modelLabel, /^(negative|neutral|positive)$/);
  assert.ok(Math.abs(probabilities['negative']! + probabilities['neutral']! + probabilities['positive']! - 1) < 1e-3);
  assert.match(model, /^\w+@\d/);
  assert.ok(!Number.isNaN(Date.parse(correctedAt)));
  const [hidden] = await Array.fromAsync(readCorrections(operator, { redacted: true }));
  assert.match(hidden!.text, /<EMAIL_ADDRESS>/);
});
