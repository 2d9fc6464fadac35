import { anonymous } from '@customerai/service';
import { ask, entity, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './sentiment-story.ts';

const { story, service, settle, stop } = await startStories();
after(stop);

const LIST =
  'query($filter: InteractionFilter, $first: Int, $after: String) { interactions(filter: $filter, first: $first, after: $after) { totalCount edges { cursor node { text } } pageInfo { hasNextPage endCursor } } }';
type Story = ReturnType<typeof story>;

const texts = async ({ askOk }: Story, filter: object) => (await askOk(LIST, { filter })).interactions.edges.map(({ node }: any) => node.text);

/** Five messages over five days of two customers. */
async function fiveMessages(): Promise<Story> {
  const told = story();
  const day = (n: number) => `2026-02-0${n}T10:00:00.000Z`;
  await told.submit({ text: 'I love it', customerId: 'c-1', channel: 'EMAIL', receivedAt: day(1) });
  await told.submit({ text: 'It is terrible (100%)', customerId: 'c-2', channel: 'CHAT', receivedAt: day(4) });
  await told.submit({ text: 'Where is it?', customerId: 'c-1', channel: 'CHAT', receivedAt: day(3) });
  await told.submit({ text: 'Thank you. LOVE!', customerId: 'c-1', channel: 'PHONE', receivedAt: day(2) });
  await told.submit({ text: 'I am angry', customerId: 'c-1', channel: 'EMAIL', receivedAt: day(5) });
  await settle();
  return told;
}
const five = await fiveMessages();

for (const [name, filter, expected] of [
  ['nothing: newest first', {}, ['I am angry', 'It is terrible (100%)', 'Where is it?', 'Thank you. LOVE!', 'I love it']],
  ['customer', { customerId: 'c-2' }, ['It is terrible (100%)']],
  ['channels', { channel: ['EMAIL', 'PHONE'] }, ['I am angry', 'Thank you. LOVE!', 'I love it']],
  ['label', { label: ['NEGATIVE'] }, ['I am angry', 'It is terrible (100%)']],
  ['labels', { label: ['NEUTRAL', 'POSITIVE'] }, ['Where is it?', 'Thank you. LOVE!', 'I love it']],
  ['from, inclusive', { receivedFrom: '2026-02-04T10:00:00.000Z' }, ['I am angry', 'It is terrible (100%)']],
  ['to, exclusive', { receivedTo: '2026-02-02T10:00:00.000Z' }, ['I love it']],
  ['a part of the text, in any case', { text: 'love' }, ['Thank you. LOVE!', 'I love it']],
  ['signs that mean something to a pattern', { text: '(100%)' }, ['It is terrible (100%)']],
  ['a pattern, which is taken as it is written', { text: '.*' }, []],
  ['languages', { language: ['en', 'und'] }, 5],
  ['a language that nobody wrote', { language: ['de'] }, []],
  ['all at once', { customerId: 'c-1', channel: ['EMAIL'], label: ['NEGATIVE'], text: 'angry' }, ['I am angry']],
  ['empty lists and texts, which are no condition', { channel: [], label: [], text: '', customerId: '' }, 5],
  ['null, which is no condition', { channel: null, label: null, text: null, customerId: null, receivedFrom: null }, 5],
] as const) {
  test(`filter by ${name}`, async () => {
    const found = await texts(five, filter);
    if (typeof expected === 'number') assert.equal(found.length, expected);
    else assert.deepEqual(found, [...expected]);
  });
}

test('filter by an emotion, and by what a message speaks of', async () => {
  const told = story();
  await told.submit({ text: 'I love it, my parcel came' });
  await told.submit({ text: 'My parcel is late and I am angry' });
  await told.submit({ text: 'Thank you, I love it' });
  await settle();
  assert.deepEqual(await texts(told, { emotion: ['anger'] }), ['My parcel is late and I am angry']);
  assert.deepEqual((await texts(told, { aspect: ['delivery', 'staff'] })).toSorted(), [
    'I love it, my parcel came',
    'My parcel is late and I am angry',
  ]);
  assert.deepEqual(await texts(told, { aspect: ['delivery'], emotion: ['joy'] }), ['I love it, my parcel came']);
  assert.deepEqual(await texts(told, { aspect: ['staff'] }), []);
});

test('pages follow each other without gap or repetition, also under a filter and at equal times', async () => {
  const told = story();
  for (let n = 0; n < 7; n++) await told.submit({ text: `terrible ${n}`, customerId: `c-${n}`, receivedAt: '2026-02-01T10:00:00.000Z' });
  await settle();
  const seen: string[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < 4; turn++) {
    const { interactions } = await told.askOk(LIST, { filter: { label: ['NEGATIVE'] }, first: 2, after });
    assert.equal(interactions.totalCount, 7);
    seen.push(...interactions.edges.map(({ node }: any) => node.text));
    after = interactions.pageInfo.endCursor;
    assert.equal(interactions.pageInfo.hasNextPage, turn < 3);
  }
  assert.deepEqual(
    seen.toSorted(),
    Array.from({ length: 7 }, (_, n) => `terrible ${n}`),
  );
});

for (const [variables, argument] of [
  [{ first: 0 }, 'first'],
  [{ first: 101 }, 'first'],
  [{ after: 'nonsense' }, 'after'],
  [{ filter: { receivedFrom: '2026-02-02T00:00:00Z', receivedTo: '2026-02-01T00:00:00Z' } }, 'filter.receivedTo'],
  [{ filter: { text: 'x'.repeat(201) } }, 'filter.text'],
] as const) {
  test(`a wrong ${argument} is named: ${JSON.stringify(variables).slice(0, 40)}`, async () => {
    const { errors } = await five.ask(LIST, variables);
    assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', argument]);
  });
}

test('a customer has their messages and their mean score, over all time and of late', async () => {
  const { customer } = await five.askOk(`{ customer(id: "c-1") {
    interactions(first: 2) { totalCount edges { node { text customer { id } } } }
    ever: averageSentiment late: averageSentiment(last: "P27D") never: averageSentiment(last: "PT1S")
  } }`);
  assert.equal(customer.interactions.totalCount, 4);
  assert.deepEqual(
    customer.interactions.edges.map(({ node }: any) => [node.text, node.customer.id]),
    [
      ['I am angry', 'c-1'],
      ['Where is it?', 'c-1'],
    ],
  );
  const mean = (...scores: number[]) => scores.reduce((sum, score) => sum + score, 0) / scores.length;
  assert.ok(Math.abs(customer.ever - mean(0.8, 0.1, 0.8, -0.86)) < 1e-9);
  assert.ok(Math.abs(customer.late - mean(0.1, -0.86)) < 1e-9);
  assert.equal(customer.never, null);
});

test("a customer's feeling has a course from first to last", async () => {
  const TREND = 'sentimentTrend(last: $last) { interactions start end change direction points { at score interaction { text } } }';
  const trend = async (id: string, last?: string) =>
    (await five.askOk(`query($id: ID!, $last: Duration) { customer(id: $id) { ${TREND} } }`, { id, last })).customer.sentimentTrend;
  const { points, ...course } = await trend('c-1');
  assert.deepEqual(course, { interactions: 4, start: 0.8, end: -0.86, change: -1.66, direction: 'WORSENING' });
  assert.deepEqual(
    points.map(({ at, score, interaction }: any) => [at.slice(0, 10), score, interaction.text]),
    [
      ['2026-02-01', 0.8, 'I love it'],
      ['2026-02-02', 0.8, 'Thank you. LOVE!'],
      ['2026-02-03', 0.1, 'Where is it?'],
      ['2026-02-05', -0.86, 'I am angry'],
    ],
  );
  assert.deepEqual(await trend('c-2'), {
    interactions: 1,
    start: -0.86,
    end: -0.86,
    change: null,
    direction: 'STEADY',
    points: (await trend('c-2')).points,
  });
  assert.deepEqual(await trend('c-1', 'PT1S'), { interactions: 0, start: null, end: null, change: null, direction: 'STEADY', points: [] });
});

test('a duration that is none is refused', async () => {
  for (const last of ['a week', '-P1D', 'P200Y']) {
    const { errors } = await five.ask('query($last: Duration) { customer(id: "c-1") { averageSentiment(last: $last) } }', { last });
    assert.equal(errors[0]?.code, 'BAD_USER_INPUT', last);
  }
});

test('what is unknown is null', async () => {
  assert.deepEqual(await five.askOk('{ interaction(id: "none") { id } customer(id: "none") { id } }'), { interaction: null, customer: null });
});

test('another tenant sees nothing, by any way', async () => {
  const stranger = story();
  const { interactions } = await five.askOk('{ interactions(first: 1) { edges { node { id sentiment { id } } } } }');
  const { id, sentiment } = interactions.edges[0].node;
  assert.deepEqual(
    await stranger.askOk('query($id: ID!) { interaction(id: $id) { id } customer(id: "c-1") { id } interactions { totalCount } }', { id }),
    {
      interaction: null,
      customer: null,
      interactions: { totalCount: 0 },
    },
  );
  for (const representation of [
    { __typename: 'Interaction', id },
    { __typename: 'SentimentAnalysis', id: sentiment.id },
    { __typename: 'Customer', id: 'c-1' },
  ]) {
    assert.equal((await entity(service.subgraph, representation, 'id', five.asker)).data.id, representation.id);
    assert.deepEqual(await entity(service.subgraph, representation, 'id', stranger.asker), { data: null, errors: [] });
    const { errors } = await entity(service.subgraph, representation, 'id', anonymous);
    assert.equal(errors[0]!.code, 'UNAUTHENTICATED');
  }
});

test('the gateway reaches an analysis by its id, with its interaction', async () => {
  const { interactions } = await five.askOk('{ interactions(filter: { customerId: "c-2" }) { edges { node { id sentiment { id } } } } }');
  const { id, sentiment } = interactions.edges[0].node;
  const { data } = await entity(
    service.subgraph,
    { __typename: 'SentimentAnalysis', id: sentiment.id },
    'label interaction { id customer { id } }',
    five.asker,
  );
  assert.deepEqual(data, { label: 'NEGATIVE', interaction: { id, customer: { id: 'c-2' } } });
});

test('reading needs its scope', async () => {
  for (const query of ['{ interactions { totalCount } }', '{ interaction(id: "1") { id } }', '{ customer(id: "1") { id } }']) {
    assert.equal((await ask(service.subgraph, query)).errors[0]!.code, 'UNAUTHENTICATED');
    assert.equal((await ask(service.subgraph, query, {}, viewer(five.tenant, ['sentiment:read']))).errors[0]!.code, 'FORBIDDEN');
  }
});
