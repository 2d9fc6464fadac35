import { ask, entity, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './sentiment-story.ts';

const { model, story, service, stop } = await startStories();
after(stop);

const ONE =
  'query($text: String!, $language: String) { analyzeSentiment(text: $text, language: $language) { id label score language languageSupported interaction { id } model { version } } }';
const MANY = 'query($texts: [String!]!) { analyzeSentiments(texts: $texts) { id label } }';

test('a text is analysed without being stored', async () => {
  const { askOk } = story();
  const { analyzeSentiment } = await askOk(ONE, { text: 'I love the new app, thank you.' });
  const { id, ...rest } = analyzeSentiment;
  assert.match(id, /^text_/);
  assert.deepEqual(rest, { label: 'POSITIVE', score: 0.8, language: 'en', languageSupported: true, interaction: null, model: { version: '1.0.0' } });
  assert.equal((await askOk('{ interactions { totalCount } }')).interactions.totalCount, 0);
});

test('the same text is scored once a day, and in one spelling', async () => {
  const { askOk } = story();
  const asked = model.asked.length;
  const first = await askOk(ONE, { text: 'The caf\u00E9 is terrible today.' });
  const second = await askOk(ONE, { text: '  The cafe\u0301 is terrible today.\r\n' });
  assert.deepEqual(second, first);
  assert.equal(model.asked.length - asked, 1);
});

test('another tenant, another language or another model is scored anew', async () => {
  const { askOk } = story();
  const text = 'Nothing to say about the parcel.';
  const ids = [await askOk(ONE, { text }), await story().askOk(ONE, { text }), await askOk(ONE, { text, language: 'de' })];
  assert.equal(new Set(ids.map(({ analyzeSentiment }) => analyzeSentiment.id)).size, 3);
});

test('a language that the model was not trained on is told', async () => {
  const { analyzeSentiment } = await story().askOk(ONE, { text: 'Der Versand war sehr langsam und niemand antwortet.' });
  assert.deepEqual([analyzeSentiment.language, analyzeSentiment.languageSupported], ['de', false]);
});

test('256 texts are answered in their order, the same wording scored once', async () => {
  const texts = Array.from({ length: 256 }, (_, n) => (n % 2 ? 'I love this shop.' : `Parcel ${n} is terrible.`));
  const { analyzeSentiments } = await story().askOk(MANY, { texts });
  assert.deepEqual(
    analyzeSentiments.map(({ label }: any) => label),
    texts.map((_, n) => (n % 2 ? 'POSITIVE' : 'NEGATIVE')),
  );
  assert.equal(model.asked.at(-1)!.length, 129);
});

test('257 texts are too many; none are fine', async () => {
  const { ask: askAs, askOk } = story();
  const { errors } = await askAs(MANY, { texts: Array.from({ length: 257 }, () => 'x') });
  assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', 'texts']);
  assert.match(errors[0]!.message, /At most 256 .* not 257/);
  assert.deepEqual(await askOk(MANY, { texts: [] }), { analyzeSentiments: [] });
});

test('a text at fault is named, and the others are answered', async () => {
  const { data, errors } = await story().ask(MANY, { texts: ['I love it', ' ', 'this one is unreadable', 'It is terrible'] });
  assert.deepEqual(
    data.analyzeSentiments.map((one: any) => one?.label ?? null),
    ['POSITIVE', null, null, 'NEGATIVE'],
  );
  assert.deepEqual(
    errors.map(({ path, code, extensions }) => [path, code, extensions['argument']]),
    [
      ['analyzeSentiments.1', 'BAD_USER_INPUT', 'texts[1]'],
      ['analyzeSentiments.2', 'SERVICE_UNAVAILABLE', undefined],
    ],
  );
  const one = await story().ask(ONE, { text: 'fine', language: 'xx' });
  assert.equal(one.errors[0]!.extensions['argument'], 'language');
});

test('sentences are scored on their own, and lead back to the text', async () => {
  const text = '😡 This is terrible.  But I love the driver!\nWhere is the rest?';
  const { analyzeSentiment } = await story().askOk(
    'query($text: String!) { analyzeSentiment(text: $text) { sentences { start end text label score } sentencesLeftOut } }',
    { text },
  );
  assert.equal(analyzeSentiment.sentencesLeftOut, 0);
  assert.deepEqual(
    analyzeSentiment.sentences.map(({ start, end, label }: any) => [text.slice(start, end), label]),
    [
      ['😡 This is terrible.', 'NEGATIVE'],
      ['But I love the driver!', 'POSITIVE'],
      ['Where is the rest?', 'NEUTRAL'],
    ],
  );
});

test('sentences of many texts are asked for together', async () => {
  const asked = model.asked.length;
  const texts = Array.from({ length: 40 }, (_, n) => `Parcel ${n} came. It is terrible. I want it back.`);
  await story().askOk('query($texts: [String!]!) { analyzeSentiments(texts: $texts) { sentences { label } } }', { texts });
  assert.deepEqual(
    model.asked.slice(asked).map(({ length }) => length),
    [40, 42], // the texts; then their sentences, each wording once
  );
});

test('sentences after the first 200 are counted, not scored', async () => {
  const text = Array.from({ length: 230 }, (_, n) => `This is sentence number ${n}.`).join(' ');
  const { analyzeSentiment } = await story().askOk('query($text: String!) { analyzeSentiment(text: $text) { sentences { end } sentencesLeftOut } }', {
    text,
  });
  assert.deepEqual([analyzeSentiment.sentences.length, analyzeSentiment.sentencesLeftOut], [200, 30]);
});

test('the model is asked for sentences only when they are', async () => {
  const { askOk } = story();
  await askOk(ONE, { text: 'One thing. Another thing.' });
  assert.deepEqual(model.asked.at(-1), ['One thing. Another thing.']);
});

test('aspects have a polarity, a category, and a place in the text as it was given', async () => {
  const text = '  😡 Cafe\u0301 order:\r\nmy Parcel is terrible, your mobile app too.';
  const { analyzeSentiment } = await story().askOk(
    `query($text: String!) { analyzeSentiment(text: $text) { truncated intents { set label score } aspects { aspect category start end label score confidence } } }`,
    { text },
  );
  assert.deepEqual(
    analyzeSentiment.aspects.map(({ start, end, ...aspect }: any) => [text.slice(start, end), aspect]),
    [
      ['Parcel', { aspect: 'parcel', category: 'delivery', label: 'NEGATIVE', score: -0.9, confidence: 0.9 }],
      ['mobile app', { aspect: 'mobile app', category: 'app', label: 'NEGATIVE', score: -0.9, confidence: 0.9 }],
    ],
  );
  assert.deepEqual([analyzeSentiment.truncated, analyzeSentiment.intents], [false, [{ set: 'intent', label: 'track_order', score: 0.8 }]]);
});

test('an analysis of a text that is not stored cannot be found by its id', async () => {
  const { askOk, asker } = story();
  const { analyzeSentiment } = await askOk(ONE, { text: 'I love it so much, really.' });
  assert.equal((await entity(service.subgraph, { __typename: 'SentimentAnalysis', id: analyzeSentiment.id }, 'label', asker)).data, null);
});

test('a model that is away is told as such, and asked again next time', async () => {
  const { ask: askAs, askOk } = story();
  await askOk(ONE, { text: 'Something else before.' });
  model.failures = 1;
  const text = 'A text that nobody asked about before.';
  assert.equal((await askAs(ONE, { text })).errors[0]!.code, 'INTERNAL_SERVER_ERROR');
  assert.equal((await askOk(ONE, { text })).analyzeSentiment.label, 'NEUTRAL');
});

test('analysing needs its scope', async () => {
  const { tenant } = story();
  assert.equal((await ask(service.subgraph, ONE, { text: 'x' })).errors[0]!.code, 'UNAUTHENTICATED');
  assert.equal((await ask(service.subgraph, ONE, { text: 'x' }, viewer(tenant, ['interactions:read']))).errors[0]!.code, 'FORBIDDEN');
});
