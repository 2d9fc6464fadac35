import { startPlatform, type Platform } from '@customerai/platform';
import { createTenant, firstWhere, type TestClient } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findDocuments } from './find-documents.ts';

let platform: Platform;
before(async () => (platform = await startPlatform({ env: { PORT: '0', LOG_LEVEL: 'silent' }, inMemory: true })));
after(() => platform[Symbol.asyncDispose]());

const DATABASES = ['auth', 'sentiment', 'generation', 'privacy', 'fairness', 'review', 'analytics', 'ai'];
const documentsWith = (word: string) => findDocuments(platform.parts.mongoUrl, DATABASES, word);
const SUBMIT = `mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }`;
const NAME = 'Mara Zwetschgenbaum';
const angryAt = (word: string) => ({
  customerId: 'c-mara',
  customerName: NAME,
  channel: 'EMAIL',
  text: `My parcel to ${word} is late and I am furious. Write to mara@${word}.example.`,
});
const other = { customerId: 'c-bob', channel: 'EMAIL', text: 'My parcel is late and I am furious too.' };

/** A customer with two messages, a decision with an edited answer, a comment, a correction and a consent, each with the word in it; and another customer. */
async function tell(client: TestClient, word: string): Promise<string> {
  const { submitInteraction } = await client.queryOk(SUBMIT, { input: angryAt(word) });
  await client.queryOk(SUBMIT, { input: { ...angryAt(word), text: `${word} again: still no parcel, this is terrible.` } });
  await client.queryOk(SUBMIT, { input: other });
  await platform.settle();
  const { interaction } = await client.queryOk('query($id: ID!) { interaction(id: $id) { responses { review { id } } } }', {
    id: submitInteraction.id,
  });
  const review = interaction.responses[0].review.id;
  await client.queryOk('mutation($id: ID!) { claimReview(id: $id) { id } }', { id: review });
  await client.queryOk('mutation($id: ID!, $text: String!) { commentOnReview(id: $id, text: $text) { id } }', {
    id: review,
    text: `Knows ${word} well`,
  });
  await client.queryOk('mutation($id: ID!, $decision: ReviewDecisionInput!) { decideReview(id: $id, decision: $decision) { id } }', {
    id: review,
    decision: { action: 'EDIT', editedText: `Dear ${NAME}, your parcel to ${word} is on its way.` },
  });
  await client.queryOk('mutation($input: SentimentCorrectionInput!) { correctSentiment(input: $input) { id } }', {
    input: { interactionId: submitInteraction.id, label: 'NEGATIVE', consent: true },
  });
  await client.queryOk('mutation($input: ConsentInput!) { recordConsent(input: $input) { at } }', {
    input: { customerId: 'c-mara', purpose: 'training', granted: true, source: `said on the phone from ${word}` },
  });
  await client.queryOk('{ semanticSearch(query: "parcel", corpus: INTERACTIONS) { id } }');
  await platform.settle();
  return submitInteraction.id;
}

test('an export holds what each service keeps of a customer, and nothing of another', async () => {
  const client = await (await createTenant(platform)).signIn();
  await tell(client, 'ibexwald');
  const { requestExport } = await client.queryOk('mutation { requestExport(customerId: "c-mara") { id } }');
  await platform.settle();
  const { privacyRequest } = await client.queryOk('query($id: ID!) { privacyRequest(id: $id) { status downloadUrl steps { service error } } }', {
    id: requestExport.id,
  });
  assert.deepEqual([privacyRequest.status, privacyRequest.steps.filter(({ error }: any) => error)], ['COMPLETED', []]);
  const response = await fetch(`${platform.url}${privacyRequest.downloadUrl}`); // a link, without a token
  assert.deepEqual([response.status, response.headers.get('cache-control')], [200, 'no-store']);
  assert.match(response.headers.get('content-disposition')!, /^attachment/);
  const whole = (await response.json()) as { customerId: string; records: { service: string; kind: string; data: any }[] };
  assert.equal(whole.customerId, 'c-mara');
  const kinds = Map.groupBy(whole.records, ({ service, kind }) => `${service}.${kind}`);
  const counts = Object.fromEntries([...kinds].map(([kind, records]) => [kind, records.length]));
  assert.deepEqual(
    { ...counts, 'analytics.reviewChangeFact': undefined, 'privacy.auditEntry': undefined },
    {
      'sentiment.customer': 1,
      'sentiment.interaction': 2,
      'sentiment.correction': 1,
      'generation.response': 2,
      'review.reviewItem': 2,
      'analytics.interactionFact': 2,
      'analytics.analysisFact': 2,
      'analytics.responseFact': 2,
      'analytics.reviewFact': 2,
      'analytics.reviewDecisionFact': 1,
      'analytics.reviewChangeFact': undefined,
      'ai.searchablePassage': 2,
      'privacy.consent': 1,
      'privacy.privacyRequest': 1,
      'privacy.auditEntry': undefined,
    },
  );
  const text = JSON.stringify(whole);
  for (const wanted of [NAME, 'Knows ibexwald well', 'is on its way', 'on the phone']) assert.ok(text.includes(wanted), wanted);
  for (const unwanted of ['c-bob', client.userId, client.tenant]) assert.ok(!text.includes(unwanted), unwanted);
  assert.equal((await fetch(`${platform.url}/api/v1/privacy/export?link=nonsense`)).status, 404);
  assert.equal((await fetch(`${platform.url}/api/v1/privacy/export`)).status, 400);
});

const WORD = 'quaggaberg';

test('after an erasure the customer is found nowhere: not through the graph, not in any document, not in a figure', async () => {
  const client = await (await createTenant(platform)).signIn();
  const interactionId = await tell(client, WORD);
  const before = await documentsWith(WORD);
  assert.ok(
    before.includes('sentiment.interactions') && before.includes('review.reviewItems') && before.includes('privacy.consents'),
    String(before),
  );
  const { requestExport } = await client.queryOk('mutation { requestExport(customerId: "c-mara") { id } }');
  await platform.settle();

  const { requestErasure } = await client.queryOk('mutation { requestErasure(customerId: "c-mara", reason: "asked by mail") { id status } }');
  await using updates = await client.subscribe(
    'subscription($id: ID!) { privacyRequestUpdated(id: $id) { status customer { id } steps { service status records } } }',
    { id: requestErasure.id },
  );
  const last = await firstWhere(updates, ({ data }) => data.privacyRequestUpdated.status === 'COMPLETED');
  const { steps } = last.data.privacyRequestUpdated;
  assert.deepEqual(
    steps.filter(({ status }: any) => status !== 'COMPLETED'),
    [],
  );
  const removed = Object.fromEntries(steps.map(({ service, records }: any) => [service, records]));
  assert.deepEqual(
    { ...removed, analytics: removed.analytics > 8, privacy: removed.privacy > 1 },
    { sentiment: 4, generation: 2, review: 2, analytics: true, ai: 2, privacy: true, fairness: 0, auth: 0 },
  );
  await platform.settle();
  assert.deepEqual(await documentsWith(WORD), []);

  const own = async (query: string, variables = {}) => JSON.stringify((await client.query(query, variables)).data ?? {});
  const range = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };
  const answers = [
    await own('{ customer(id: "c-mara") { id name } interactions { totalCount edges { node { text customer { id name } } } } }'),
    await own('query($id: ID!) { interaction(id: $id) { id text } }', { id: interactionId }),
    await own(
      '{ reviewQueue(filter: { status: [OPEN, CLAIMED, EDITED, APPROVED, REJECTED, ESCALATED] }) { totalCount edges { node { history { note } decision { editedText } } } } }',
    ),
    await own('{ sentimentCorrections { totalCount } semanticSearch(query: "parcel quaggaberg", corpus: INTERACTIONS) { text } }'),
    await own('query($range: TimeRangeInput!) { kpis(range: $range) { interactions uniqueCustomers openReviews } }', { range }),
    await own('query($id: ID!) { privacyRequest(id: $id) { downloadUrl } }', { id: requestExport.id }),
  ];
  for (const answer of answers) assert.ok(!/quaggaberg|Mara|c-mara/i.test(answer), answer);
  assert.match(answers[0]!, /"customer":null,"interactions":\{"totalCount":1/);
  assert.match(answers[1]!, /"interaction":null/);
  assert.match(answers[2]!, /"totalCount":1/);
  assert.match(answers[4]!, /"interactions":1,"uniqueCustomers":1,"openReviews":1/);
  assert.match(answers[5]!, /"downloadUrl":null/);

  const { auditLog, verifyAuditLog } = await client.queryOk(
    '{ auditLog(customerId: "c-mara") { edges { node { action actor target purpose } } } verifyAuditLog { valid } }',
  );
  assert.equal(verifyAuditLog.valid, true);
  assert.deepEqual(auditLog.edges.map(({ node }: any) => node.action).toReversed(), [
    'consent.granted',
    'export.requested',
    'export.completed',
    'erasure.requested',
    'erasure.completed',
  ]);
  assert.ok(!JSON.stringify(auditLog).includes(WORD));
});

test('a customer who was erased may write again, and words of before stay gone from every document', async () => {
  const client = await (await createTenant(platform)).signIn();
  await client.queryOk(SUBMIT, { input: { ...angryAt(''), customerId: 'c-eva', text: 'The word xylokarp is mine, and I am furious.' } });
  await client.queryOk('mutation { requestErasure(customerId: "c-eva") { id } }'); // while the message is still on its way through the services
  await client.queryOk(SUBMIT, { input: { customerId: 'c-eva', channel: 'CHAT', text: 'Hello again, I am furious.' } });
  await platform.settle();
  assert.deepEqual(await documentsWith('xylokarp'), []);
  const { customer, interactions, kpis } = await client.queryOk(
    'query($range: TimeRangeInput!) { customer(id: "c-eva") { name } interactions { edges { node { text responses { id review { id } } } } } kpis(range: $range) { interactions } }',
    { range: { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) } },
  );
  assert.deepEqual([customer.name, kpis.interactions], [null, 1]);
  assert.deepEqual(
    interactions.edges.map(({ node }: any) => [node.text, node.responses.length]),
    [['Hello again, I am furious.', 1]],
  );
});
