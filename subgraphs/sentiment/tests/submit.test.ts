import { ask, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './sentiment-story.ts';

const { story, service, stop } = await startStories();
after(stop);

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id text } }';
const BULK = 'mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { interaction { id externalId text } error } }';
const message = { customerId: 'c-1', channel: 'EMAIL', text: 'Where is my parcel?' };

test('a message is stored with what was given and what was told from it', async () => {
  const { askOk, submit } = story();
  const metadata = { order: 17, 'dotted.key': { $dollar: true }, list: [1, null] };
  const id = await submit({ ...message, customerName: 'Ana Ruiz', externalId: 'm-1', receivedAt: '2026-02-28T22:15:00.000Z', metadata });
  const { interaction } = await askOk(
    'query($id: ID!) { interaction(id: $id) { id externalId channel text language receivedAt metadata customer { id name } } }',
    { id },
  );
  assert.deepEqual(interaction, {
    id,
    externalId: 'm-1',
    channel: 'EMAIL',
    text: 'Where is my parcel?',
    language: 'en',
    receivedAt: '2026-02-28T22:15:00.000Z',
    metadata,
    customer: { id: 'c-1', name: 'Ana Ruiz' },
  });
});

test('a language that is given is believed; a text too short to tell has none', async () => {
  const { askOk, submit } = story();
  const languageOf = async (input: object) =>
    (await askOk('query($id: ID!) { interaction(id: $id) { language } }', { id: await submit(input) })).interaction.language;
  assert.equal(await languageOf({ language: 'de-AT' }), 'de');
  assert.equal(await languageOf({ text: 'ok' }), 'und');
});

for (const [name, part, argument, says] of [
  ['an empty text', { text: '' }, 'input.text', /is empty/],
  ['a text of blanks', { text: ' \n\t ' }, 'input.text', /is empty/],
  ['a megabyte of text', { text: 'x'.repeat(1_048_576) }, 'input.text', /has 1,048,576 characters; at most 100,000/],
  ['text that was not UTF-8', { text: '\uFFFD\uFFFD\uFFFD ab' }, 'input.text', /not UTF-8/],
  ['binary data', { text: 'PK\u0003\u0004\0\0' }, 'input.text', /NUL/],
  ['a date in the year 9999', { receivedAt: '9999-12-31T23:59:59Z' }, 'input.receivedAt', /in the future/],
  ['no customer', { customerId: '' }, 'input.customerId', /is empty/],
  ['metadata that is no object', { metadata: [1] }, 'input.metadata', /JSON object/],
  ['an unknown language', { language: 'xx' }, 'input.language', /names no language/],
] as const) {
  test(`${name} is refused, and the answer names the argument`, async () => {
    const { errors } = await story().ask(SUBMIT, { input: { ...message, ...part } });
    assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', argument]);
    assert.match(errors[0]!.message, says);
  });
}

test('an unknown channel is refused with its name', async () => {
  const { errors } = await story().ask(SUBMIT, { input: { ...message, channel: 'FAX' } });
  assert.equal(errors[0]!.code, 'BAD_USER_INPUT');
  assert.match(errors[0]!.message, /"FAX" does not exist in "Channel"/);
});

test('a text of 10,000 words is accepted whole', async () => {
  const { askOk, submit } = story();
  const text = 'parcel '.repeat(10_000).trim();
  const { interaction } = await askOk('query($id: ID!) { interaction(id: $id) { text } }', { id: await submit({ text }) });
  assert.equal(interaction.text, text);
});

test('the same external id from the same channel is stored once, whatever its text', async () => {
  const { askOk, submit } = story();
  const first = await submit({ externalId: 'm-1' });
  assert.equal(await submit({ externalId: 'm-1', text: 'Another text.' }), first);
  assert.notEqual(await submit({ externalId: 'm-1', channel: 'CHAT' }), first);
  assert.notEqual(await submit({ externalId: 'm-2' }), first);
  const { interactions } = await askOk('{ interactions { totalCount } }');
  assert.equal(interactions.totalCount, 3);
});

test('ten submissions of one external id at once are stored once', async () => {
  const { askOk, submit } = story();
  const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => submit({ externalId: 'm-1', text: `Try ${n}` })));
  assert.equal(new Set(ids).size, 1);
  const { interactions } = await askOk('{ interactions { totalCount edges { node { id } } } }');
  assert.deepEqual([interactions.totalCount, interactions.edges[0].node.id], [1, ids[0]]);
});

test('messages without an external id are never the same', async () => {
  const { submit } = story();
  assert.notEqual(await submit(), await submit());
});

test('in a batch each message is accepted or refused on its own', async () => {
  const { askOk } = story();
  const inputs = [
    { ...message, externalId: 'a' },
    { ...message, text: ' ' },
    { ...message, externalId: 'b' },
    { ...message, externalId: 'a', text: 'Again' },
  ];
  const { submitInteractions: results } = await askOk(BULK, { inputs });
  assert.deepEqual(
    results.map(({ interaction, error }: any) => interaction?.externalId ?? error),
    ['a', "`text` is empty: give the customer's words.", 'b', 'a'],
  );
  assert.equal(results[3].interaction.id, results[0].interaction.id);
  assert.equal(results[3].interaction.text, message.text);
});

test('a batch of 500 goes in, and again changes nothing', async () => {
  const { askOk } = story();
  const inputs = Array.from({ length: 500 }, (_, n) => ({
    customerId: `c-${n % 50}`,
    customerName: `Name ${n}`,
    channel: 'SURVEY',
    text: `Answer ${n}`,
    externalId: `s-${n}`,
  }));
  const first = await askOk(BULK, { inputs });
  const second = await askOk(BULK, { inputs });
  assert.deepEqual(second, first);
  const { interactions, customer } = await askOk('{ interactions { totalCount } customer(id: "c-7") { name interactions { totalCount } } }');
  assert.deepEqual([interactions.totalCount, customer], [500, { name: 'Name 457', interactions: { totalCount: 10 } }]);
});

test('two batches that overlap, at the same time, store each message once', async () => {
  const { askOk } = story();
  const batch = (from: number) => Array.from({ length: 60 }, (_, n) => ({ ...message, externalId: `o-${from + n}` }));
  const [a, b] = await Promise.all([askOk(BULK, { inputs: batch(0) }), askOk(BULK, { inputs: batch(30) })]);
  const idOf = (answer: any, externalId: string) =>
    answer.submitInteractions.find(({ interaction }: any) => interaction.externalId === externalId).interaction.id;
  for (let n = 30; n < 60; n++) assert.equal(idOf(a, `o-${n}`), idOf(b, `o-${n}`));
  const { interactions } = await askOk('{ interactions { totalCount } }');
  assert.equal(interactions.totalCount, 90);
});

test('501 at once are too many; none are fine', async () => {
  const { ask: askAs, askOk } = story();
  const { errors } = await askAs(BULK, { inputs: Array.from({ length: 501 }, () => message) });
  assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', 'inputs']);
  assert.match(errors[0]!.message, /At most 500 .* not 501/);
  assert.deepEqual(await askOk(BULK, { inputs: [] }), { submitInteractions: [] });
});

test('the latest name of a customer stays; leaving it out changes nothing', async () => {
  const { askOk, submit } = story();
  const name = async () => (await askOk('{ customer(id: "c-1") { name } }')).customer.name;
  await submit();
  assert.equal(await name(), null);
  await submit({ customerName: 'Ana' });
  await submit({ customerName: 'Ana Ruiz' });
  await submit();
  assert.equal(await name(), 'Ana Ruiz');
});

test('submitting needs its scope', async () => {
  const { tenant } = story();
  const submit = (scopes?: string[]) => ask(service.subgraph, SUBMIT, { input: message }, scopes && viewer(tenant, scopes));
  assert.equal((await submit()).errors[0]!.code, 'UNAUTHENTICATED');
  assert.equal((await submit(['interactions:read'])).errors[0]!.code, 'FORBIDDEN');
});
