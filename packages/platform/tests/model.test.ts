import { startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { reanalyzeAll } from '../src/reanalyze/reanalyze-all.ts';

let platform: TestPlatform;
before(async () => (platform = await startTestPlatform()));
after(() => platform[Symbol.asyncDispose]());

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';

/** A tenant with one message that has gone through every service. */
async function tenantWith(text: string) {
  const client = await platform.newTenant();
  const { submitInteraction } = await client.queryOk(SUBMIT, { input: { customerId: 'c-1', channel: 'EMAIL', text, language: 'en' } });
  await platform.settle();
  return { ...client, id: submitInteraction.id as string };
}

test('one pass of the model over a message serves sentiment, redaction and the report of personal data', async () => {
  const { queryOk, id } = await tenantWith('My parcel is late. Write to mara@example.com.');
  const requests = async () => {
    const { models } = await queryOk('{ models { stats { requests } } }');
    return models.reduce((sum: number, { stats }: any) => sum + stats.requests, 0);
  };
  const before = await requests();
  const { interaction } = await queryOk(
    'query($id: ID!) { interaction(id: $id) { redactedText pii { entities { type } } sentiment { label model { name } } } }',
    { id },
  );
  assert.match(interaction.redactedText, /<EMAIL_ADDRESS>/);
  assert.ok(before > 0 && interaction.sentiment.label);
  assert.equal((await requests()) - before, 0);
});

test('what the live version analysed is not analysed again', async () => {
  const { queryOk, id } = await tenantWith('Thank you!');
  const { interaction } = await queryOk('query($id: ID!) { interaction(id: $id) { sentiment { model { version } } } }', { id });
  let total = -1;
  const client = { request: queryOk as any };
  const result = await reanalyzeAll(client, interaction.sentiment.model.version, { onStart: (facts) => (total = facts.total) });
  assert.deepEqual([result, total], [{ reanalyzed: 0, failed: 0 }, 0]);
});

test('a text at fault in a batch is null with an error of its own; the others are answered', async () => {
  const client = await platform.newTenant();
  const { data, errors } = await client.query('query($texts: [String!]!) { analyzeSentiments(texts: $texts) { label } }', {
    texts: ['Thank you, I love it!', '', 'half a \uD83D', 'This is the worst service ever.'],
  });
  assert.deepEqual(
    data.analyzeSentiments.map((one: any) => one?.label ?? null),
    ['POSITIVE', null, null, 'NEGATIVE'],
  );
  assert.deepEqual(
    errors.map(({ path, extensions }) => [path, extensions.code, extensions.argument]),
    [
      [['analyzeSentiments', 1], 'BAD_USER_INPUT', 'texts[1]'],
      [['analyzeSentiments', 2], 'BAD_USER_INPUT', 'texts[2]'],
    ],
  );
});

test('where the words alone do not tell, an emoji does', async () => {
  const client = await platform.newTenant();
  const { analyzeSentiments } = await client.queryOk('query($texts: [String!]!) { analyzeSentiments(texts: $texts) { label aspects { aspect } } }', {
    texts: ['👍🏽', '😡😡', 'My order came today 😍', 'My order came today 😡'],
  });
  assert.deepEqual(
    analyzeSentiments.map(({ label, aspects }: any) => [
      label,
      aspects.map(({ aspect }: any) => aspect).filter((term: string) => !/\p{L}/u.test(term)),
    ]),
    ['POSITIVE', 'NEGATIVE', 'POSITIVE', 'NEGATIVE'].map((label) => [label, []]),
  );
});
