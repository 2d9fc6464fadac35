import { startPlatform, type Platform } from '@customerai/platform';
import { createTenant } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { followRound, type Round } from '../src/retention/follow-round.ts';
import { findDocuments } from './find-documents.ts';

const DAY = 24 * 60 * 60 * 1000;
const DATABASES = ['sentiment', 'generation', 'review', 'analytics', 'ai'];
const documentsWith = (word: string) => findDocuments(platform.parts.mongoUrl, DATABASES, word);
let now = Date.now();
let platform: Platform;
before(async () => {
  platform = await startPlatform({ env: { PORT: '0', LOG_LEVEL: 'silent' }, inMemory: true, clock: () => new Date(now) });
});
after(() => platform[Symbol.asyncDispose]());

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';
const angry = (customerId: string, word: string) => ({
  customerId,
  customerName: 'Mara Zwetschgenbaum',
  channel: 'EMAIL',
  text: `My parcel to ${word} is late and I am furious.`,
});
const SET = 'mutation($data: String!) { setRetention(input: { data: $data, keepFor: "P30D" }) { version } }';

test('what is too old goes from every service; what a person reviews, what is younger and what another company keeps stay', async () => {
  const { signIn } = await createTenant(platform);
  const elsewhere = await (await createTenant(platform)).signIn();
  let client = await signIn();
  await client.queryOk(SUBMIT, { input: angry('c-old', 'aardwolf') });
  await client.queryOk(SUBMIT, { input: angry('c-old', 'aardwolf') });
  const { submitInteraction: leased } = await client.queryOk(SUBMIT, { input: angry('c-leased', 'binturong') });
  await elsewhere.queryOk(SUBMIT, { input: angry('c-old', 'cassowary') });
  await platform.settle();
  await client.queryOk('{ semanticSearch(query: "parcel", corpus: INTERACTIONS) { id } }');
  await platform.settle();

  now += 31 * DAY;
  client = await signIn();
  await client.queryOk(SET, { data: 'interactions' });
  await client.queryOk(SET, { data: 'analytics' });
  const { interaction } = await client.queryOk('query($id: ID!) { interaction(id: $id) { responses { review { id } } } }', { id: leased.id });
  const review = interaction.responses[0].review.id;
  await client.queryOk('mutation($id: ID!) { claimReview(id: $id) { id } }', { id: review });

  const looks: Round[] = [];
  const follow = (dryRun: boolean) =>
    followRound({ request: client.queryOk as never }, { dryRun, signal: AbortSignal.timeout(30_000), onRound: (round) => void looks.push(round) });
  const counted = await follow(true);
  const byService = ({ steps }: Round) => Object.fromEntries(steps.map(({ service, records }) => [service, records]));
  const { analytics, ...others } = byService(counted);
  assert.deepEqual(others, { sentiment: 2, generation: 2, review: 2, ai: 2, privacy: 0, fairness: 0, auth: 0 });
  assert.ok(analytics! >= 8, `${analytics} facts`);
  assert.ok((await documentsWith('aardwolf')).includes('sentiment.interactions'));

  const removed = await follow(false);
  assert.deepEqual([removed.status, removed.dryRun, byService(removed)], ['COMPLETED', false, byService(counted)]);
  assert.ok(looks.length >= 4);
  await platform.settle();
  assert.deepEqual(await documentsWith('aardwolf'), []);

  const range = { from: new Date(Date.now() - DAY), to: new Date(now + DAY) };
  const seen = await client.queryOk(
    `query($range: TimeRangeInput!, $leased: ID!) {
      gone: customer(id: "c-old") { id } stays: customer(id: "c-leased") { name }
      interactions { edges { node { id } } } reviewItem(id: $leased) { interaction { text } response { text } }
      semanticSearch(query: "parcel", corpus: INTERACTIONS) { id } kpis(range: $range) { interactions openReviews }
    }`,
    { range, leased: review },
  );
  assert.deepEqual([seen.gone, seen.stays.name], [null, 'Mara Zwetschgenbaum']);
  assert.deepEqual(
    seen.interactions.edges.map(({ node }: any) => node.id),
    [leased.id],
  );
  assert.match(seen.reviewItem.interaction.text, /binturong/);
  assert.ok(seen.reviewItem.response.text);
  assert.deepEqual(
    seen.semanticSearch.map(({ id }: any) => id),
    [leased.id],
  );
  assert.equal(seen.kpis.interactions, 1);

  // Given back, it goes with the next daily round, which nobody asks for.
  await client.queryOk('mutation($id: ID!) { releaseReview(id: $id) { id } }', { id: review });
  now += DAY;
  await platform.settle();
  assert.deepEqual(await documentsWith('binturong'), []);
  assert.ok((await documentsWith('cassowary')).includes('sentiment.interactions'));

  client = await signIn();
  const { auditLog, verifyAuditLog } = await client.queryOk('{ auditLog { edges { node { action actor } } } verifyAuditLog { valid } }');
  assert.equal(verifyAuditLog.valid, true);
  assert.deepEqual(auditLog.edges.map(({ node }: any) => `${node.action} ${node.actor === 'service:privacy'}`).toReversed(), [
    'retention.set false',
    'retention.set false',
    'retention.started false',
    'retention.completed true',
    'retention.started true',
    'retention.completed true',
  ]);
});
