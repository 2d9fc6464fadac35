import { firstWhere, startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

let platform: TestPlatform;
before(async () => (platform = await startTestPlatform()));
after(() => platform[Symbol.asyncDispose]());

const SUBMIT = `mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }`;
const ARTICLE = `mutation { upsertKnowledgeArticle(input: { title: "Late parcels", body: "When a parcel shows no movement for five working days, we send the order again at no cost. Express fees are refunded when an express parcel arrives late." }) { id } }`;
const angry = {
  customerId: 'c-1',
  customerName: 'Mara Lindqvist',
  channel: 'EMAIL',
  text: 'My parcel is eleven days late, this is the worst service ever and I am furious. Write to mara@example.com at once.',
};

test('a message becomes sentiment, a grounded draft, a review item and a figure', async () => {
  const client = await platform.newTenant();
  await client.queryOk(ARTICLE);
  await using updates = await client.subscribe(
    `subscription { reviewQueueUpdated { change openCount item { id reasons interaction { id customer { name } sentiment { label } } response { text } } } }`,
  );
  const { submitInteraction } = await client.queryOk(SUBMIT, { input: angry });

  const { data } = await firstWhere(updates, ({ data }) => data.reviewQueueUpdated.change === 'ADDED');
  const { item, openCount } = data.reviewQueueUpdated;
  assert.equal(openCount, 1);
  assert.equal(item.interaction.id, submitInteraction.id);
  assert.equal(item.interaction.customer.name, 'Mara Lindqvist');
  assert.equal(item.interaction.sentiment.label, 'NEGATIVE');
  assert.match(item.response.text, /we send the order again at no cost/);
  assert.ok(item.reasons.includes('negative_sentiment') && item.reasons.includes('pii'));

  await platform.settle();
  const { interaction, kpis, sentimentTrend } = await client.queryOk(
    `query($id: ID!, $range: TimeRangeInput!) {
      interaction(id: $id) { redactedText responses { status review { id status } citations { article { title } quote } } }
      kpis(range: $range) { interactions averageScore openReviews }
      sentimentTrend(range: $range, interval: DAY) { count negative }
    }`,
    { id: submitInteraction.id, range: { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) } },
  );
  assert.doesNotMatch(interaction.redactedText, /mara@example\.com/);
  assert.equal(interaction.responses[0].status, 'IN_REVIEW');
  assert.equal(interaction.responses[0].review.id, item.id);
  assert.equal(interaction.responses[0].citations[0].article.title, 'Late parcels');
  assert.equal(kpis.interactions, 1);
  assert.equal(kpis.openReviews, 1);
  assert.equal(
    sentimentTrend.reduce((sum: number, bucket: any) => sum + bucket.negative, 0),
    1,
  );
});

test('a reviewer claims, edits and decides, and the draft follows', async () => {
  const client = await platform.newTenant();
  await client.queryOk(SUBMIT, { input: angry });
  await platform.settle();
  const { claimNextReview } = await client.queryOk(`mutation { claimNextReview { id status response { id } assignee { name } } }`);
  assert.equal(claimNextReview.status, 'CLAIMED');
  assert.equal(claimNextReview.assignee.name, 'Test Person');
  await client.queryOk(
    `mutation($id: ID!) { decideReview(id: $id, decision: { action: EDIT, editedText: "We are sorry; a new parcel is on its way." }) { status } }`,
    { id: claimNextReview.id },
  );
  await platform.settle();
  const { generatedResponse } = await client.queryOk(`query($id: ID!) { generatedResponse(id: $id) { status text } }`, {
    id: claimNextReview.response.id,
  });
  assert.deepEqual(generatedResponse, { status: 'APPROVED', text: 'We are sorry; a new parcel is on its way.' });
});

test('sentimentAnalyzed and responseGenerated stream what passes their filters', async () => {
  const client = await platform.newTenant();
  await using negatives = await client.subscribe(`subscription { sentimentAnalyzed(filter: { label: [NEGATIVE] }) { label interaction { text } } }`);
  await using drafts = await client.subscribe(`subscription { responseGenerated { interaction { id } model { name } } }`);
  await client.queryOk(SUBMIT, { input: { ...angry, text: 'Wonderful, I love it, thank you so much!' } });
  const { submitInteraction } = await client.queryOk(SUBMIT, { input: angry });
  const first = await negatives.next();
  assert.deepEqual(first.value.data.sentimentAnalyzed, { label: 'NEGATIVE', interaction: { text: angry.text } });
  await firstWhere(drafts, ({ data }) => data.responseGenerated.interaction.id === submitInteraction.id);
});

test("today's figures come at once, and again when they have changed", async () => {
  const client = await platform.newTenant();
  await using figures = await client.subscribe(`subscription { kpisUpdated { interactions averageScore openReviews } }`);
  assert.deepEqual((await figures.next()).value.data.kpisUpdated, { interactions: 0, averageScore: null, openReviews: 0 });
  await client.queryOk(SUBMIT, { input: angry });
  const { data } = await firstWhere(figures, ({ data }) => data.kpisUpdated.openReviews === 1);
  assert.equal(data.kpisUpdated.interactions, 1);
  assert.ok(data.kpisUpdated.averageScore < 0);
});

test('an alert comes over the stream as its rule is met', async () => {
  const client = await platform.newTenant();
  await using alerts = await client.subscribe(`subscription { alertRaised { value resolved rule { name threshold lastAlert { value } } } }`);
  const rule = { name: 'Anyone', metric: 'INTERACTIONS', comparison: 'ABOVE', threshold: 0, window: 'PT15M' };
  await client.queryOk(`mutation($input: AlertRuleInput!) { setAlertRule(input: $input) { id } }`, { input: rule });
  await client.queryOk(SUBMIT, { input: angry });
  assert.deepEqual((await alerts.next()).value.data.alertRaised, {
    value: 1,
    resolved: false,
    rule: { name: 'Anyone', threshold: 0, lastAlert: { value: 1 } },
  });
});

test('a report is exported, and its link gives the file without a token, as it is and no other', async () => {
  const client = await platform.newTenant();
  await client.queryOk(SUBMIT, { input: angry });
  await platform.settle();
  const now = Date.now();
  const input = { format: 'CSV', range: { from: new Date(now - 3_600_000).toISOString(), to: new Date(now + 3_600_000).toISOString() } };
  const { exportReport } = await client.queryOk(`mutation($input: ExportInput!) { exportReport(input: $input) { rows url } }`, { input });
  assert.equal(exportReport.rows, 1);
  const response = await fetch(platform.url + exportReport.url);
  assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
  assert.match(response.headers.get('content-disposition')!, /^attachment; filename="customerai-[\w-]+\.csv"$/);
  const [head, row, end] = (await response.text()).split('\n');
  assert.ok(head!.startsWith('interaction_id,customer_id,channel'));
  assert.match(row!, /,NEGATIVE,/);
  assert.equal(end, '');
  for (const [url, status] of [
    [exportReport.url.replace('.csv', '.parquet'), 403],
    [exportReport.url.split('?')[0], 403],
    ['/api/v1/analytics/exports/', 404],
  ]) {
    const refused = await fetch(platform.url + url);
    assert.deepEqual([refused.status, refused.headers.get('content-type')], [status, 'application/problem+json; charset=utf-8'], url);
  }
});

test('a draft is read while it is written, and audits are told of as they are done', async () => {
  const client = await platform.newTenant();
  await client.queryOk(ARTICLE);
  const { submitInteraction } = await client.queryOk(SUBMIT, { input: angry });
  await platform.settle();
  await using pieces = await client.subscribe(
    `subscription($id: ID!) { responseStream(interactionId: $id) { index text done response { id text interaction { customer { name } } } } }`,
    { id: submitInteraction.id },
  );
  const { generateResponse } = await client.queryOk(`mutation($id: ID!) { generateResponse(interactionId: $id, tone: FORMAL) { id text } }`, {
    id: submitInteraction.id,
  });
  let text = '';
  for await (const { data } of pieces) {
    text += data.responseStream.text;
    if (!data.responseStream.done) continue;
    assert.deepEqual(data.responseStream.response, { ...generateResponse, interaction: { customer: { name: 'Mara Lindqvist' } } });
    break;
  }
  assert.equal(text, generateResponse.text);

  await using audits = await client.subscribe(`subscription { fairnessAuditUpdated { id name verdict } }`);
  const csv = `group,approved\n${'a,yes\n'.repeat(40)}${'b,no\n'.repeat(40)}`;
  const { runFairnessAudit } = await client.queryOk(
    `mutation($csv: String) { runFairnessAudit(input: { name: "Loans", csv: $csv, prediction: "approved", sensitive: ["group"], bootstrap: 0 }) { id } }`,
    { csv },
  );
  const { value } = await audits.next();
  assert.deepEqual(value.data.fairnessAuditUpdated, { id: runFairnessAudit.id, name: 'Loans', verdict: 'FAIL' });
});

test("another tenant's data does not exist", async () => {
  const [owner, stranger] = [await platform.newTenant(), await platform.newTenant()];
  const { submitInteraction } = await owner.queryOk(SUBMIT, { input: angry });
  await platform.settle();
  const { interaction, interactions, reviewQueue, customer } = await stranger.queryOk(
    `query($id: ID!) { interaction(id: $id) { id } customer(id: "c-1") { id } interactions { totalCount } reviewQueue { totalCount } }`,
    { id: submitInteraction.id },
  );
  assert.deepEqual(
    { interaction, customer, interactions, reviewQueue },
    { interaction: null, customer: null, interactions: { totalCount: 0 }, reviewQueue: { totalCount: 0 } },
  );
});

test('a reviewer may not do what needs another role', async () => {
  const reviewer = await platform.newTenant(['REVIEWER']);
  const { errors } = await reviewer.query(`{ users { totalCount } }`);
  assert.equal(errors[0].extensions.code, 'FORBIDDEN');
  assert.deepEqual(errors[0].extensions.requiredScopes, ['users:read']);
});

test('what is not there yet says so', async () => {
  const client = await platform.newTenant();
  const { errors } = await client.query('mutation { generateResponse(interactionId: "i", instructions: "Answer in rhymes.") { id } }');
  assert.equal(errors[0].extensions.code, 'NOT_IMPLEMENTED');
});

test('bad input gets an error that names the argument and the remedy', async () => {
  const client = await platform.newTenant();
  const cases: [patch: object, code: string, message: RegExp][] = [
    [{ text: '' }, 'BAD_USER_INPUT', /text/],
    [{ text: ' \n\t ' }, 'BAD_USER_INPUT', /text/],
    [{ text: 'x'.repeat(1_048_576) }, 'BAD_USER_INPUT', /100[,_ ]?000/],
    [{ channel: 'PIGEON' }, 'BAD_USER_INPUT', /Channel/],
    [{ receivedAt: '9999-01-01T00:00:00Z' }, 'BAD_USER_INPUT', /receivedAt/],
  ];
  for (const [patch, code, message] of cases) {
    const { errors } = await client.query(SUBMIT, { input: { ...angry, ...patch } });
    assert.equal(errors[0]?.extensions.code, code, JSON.stringify(patch).slice(0, 60));
    assert.match(errors[0].message, message);
  }
  const { interactions } = await client.queryOk(`{ interactions { totalCount } }`);
  assert.equal(interactions.totalCount, 0);
});

test('ten thousand words are analysed whole', async () => {
  const client = await platform.newTenant();
  await client.queryOk(SUBMIT, { input: { ...angry, text: 'terrible awful broken '.repeat(3_334) } });
  await platform.settle();
  const { interactions } = await client.queryOk(`{ interactions { edges { node { sentiment { label } } } } }`);
  assert.equal(interactions.edges[0].node.sentiment.label, 'NEGATIVE');
});

test('one bad row of a batch is refused alone', async () => {
  const client = await platform.newTenant();
  const { submitInteractions } = await client.queryOk(
    `mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { interaction { id } error } }`,
    {
      inputs: [angry, { ...angry, text: ' ' }, { ...angry, text: 'fine' }],
    },
  );
  assert.deepEqual(
    submitInteractions.map(({ interaction }: any) => interaction !== null),
    [true, false, true],
  );
  assert.match(submitInteractions[1].error, /text/);
});

test('the same externalId of a channel is stored once', async () => {
  const client = await platform.newTenant();
  const input = { ...angry, externalId: 'mail-1' };
  const answers = await Promise.all(Array.from({ length: 8 }, () => client.queryOk(SUBMIT, { input })));
  assert.equal(new Set(answers.map(({ submitInteraction }) => submitInteraction.id)).size, 1);
});

test('text that is not UTF-8 is refused', async () => {
  const client = await platform.newTenant();
  const body = Buffer.concat([
    Buffer.from('{"query":"mutation { submitInteraction(input: { customerId: \\"c\\", channel: EMAIL, text: \\"caf'),
    Buffer.from([0xe9]),
    Buffer.from('\\" }) { id } }"}'),
  ]);
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
    body,
  });
  assert.equal(response.status, 400);
  assert.match(await response.text(), /UTF-8/i);
});
