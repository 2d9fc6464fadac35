import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, type Question } from './compose.ts';
import type { KnowledgeArticle } from './knowledge-article.ts';
import { createPassageIndex } from './passage-index.ts';
import { normalizeSpace } from './sentences.ts';
import type { Tone } from './tone.ts';

const article = (id: string, title: string, body: string, tags: string[] = []): KnowledgeArticle => ({
  id,
  tenant: 't',
  title,
  body,
  tags,
  updatedAt: new Date(0),
});
const articles = [
  article(
    'returns',
    'Returns and refunds',
    'You can return any item within 30 days of delivery. Send it in its original packaging. We refund the price within 5 working days.\n\nDamaged or faulty items are replaced free of charge. Please send us a photo of the damage.',
  ),
  article(
    'delivery',
    'Delivery times',
    'Standard delivery takes 3 to 5 working days.\n\nIf your parcel is late, check the tracking link in your confirmation first. If it has not moved for 3 days, we open an investigation.',
  ),
  article('password', 'Reset your password', 'Choose "Forgot password" on the sign-in page. We send you a link that is valid for 30 minutes.', [
    'login',
  ]),
  article('plan', 'Cancel a subscription', 'You can cancel your subscription at any time in the account settings.'),
];
const index = createPassageIndex();
for (const [position, each] of articles.entries()) index.apply({ article: each, revision: position + 1, deleted: false });
const answer = (text: string, question: Partial<Question> = {}, floor = 0.5) =>
  compose({ text, language: 'en', tone: 'NEUTRAL', ...question }, index.search(text), floor);

test('each question finds its article', () => {
  const table = {
    'My kettle arrived broken. How do I get my money back?': 'returns',
    'Where is my parcel? It should have been here last week.': 'delivery',
    'I cannot log in, it says my password is wrong': 'password',
    'How can I cancel?': 'plan',
    refund: 'returns',
  };
  for (const [text, id] of Object.entries(table)) assert.equal(answer(text).citations[0]?.articleId, id, text);
});

test('an answer is made of quotes and frame only', () => {
  const { text, citations, groundedness, confidence } = answer('My parcel is late', {
    tone: 'EMPATHETIC',
    sentiment: { label: 'NEGATIVE', score: -0.9, confidence: 0.9 },
  });
  assert.ok(text.startsWith('Hello,\n\nI am truly sorry'));
  assert.ok(citations.length > 0);
  for (const { articleId, quote, score } of citations) {
    assert.ok(normalizeSpace(articles.find(({ id }) => id === articleId)!.body).includes(quote));
    assert.ok(text.includes(quote));
    assert.ok(score >= 0.5 && score <= 1);
  }
  assert.equal(groundedness, 1);
  assert.ok(confidence > 0.3 && confidence <= 1);
});

test('without a passage that fits, nothing is invented', () => {
  for (const text of ['What is the capital of France?', 'Your staff was rude to me', '', '<EMAIL_ADDRESS>', '!!!', 'x'.repeat(10_000)]) {
    const { text: held, citations, groundedness, confidence } = answer(text);
    assert.match(held, /passed it on to a colleague/);
    assert.deepEqual([citations, groundedness, confidence], [[], 0, 0]);
  }
});

test('praise that asks for nothing is thanked for', () => {
  const sentiment = { label: 'POSITIVE', score: 0.9, confidence: 0.9 } as const;
  for (const text of ['Love everything about it!', 'The refund is already there, I am delighted']) {
    const { text: thanks, citations, groundedness, confidence } = answer(text, { sentiment });
    assert.match(thanks, /Thank you for your kind words/);
    assert.deepEqual([citations, groundedness, confidence], [[], 1, 0.8]);
  }
  const unsure = answer('Two stars. It works, but it is loud.', { sentiment: { ...sentiment, confidence: 0.5 } });
  assert.equal(unsure.confidence, 0);
  assert.equal(answer('Love it. Please cancel my subscription', { sentiment }).citations[0]?.articleId, 'plan');
  assert.match(answer('Love it! Do you sell it in black?', { sentiment }).text, /passed it on to a colleague/);
});

test('every tone and language makes a grounded answer', () => {
  for (const language of ['en', 'de', 'fr', 'es', 'und', 'pt-BR'])
    for (const tone of ['NEUTRAL', 'EMPATHETIC', 'FORMAL', 'FRIENDLY', 'CONCISE'] as Tone[])
      for (const label of ['NEGATIVE', 'NEUTRAL', 'POSITIVE'] as const) {
        const made = answer('How can I cancel my subscription?', { language, tone, sentiment: { label, score: 0, confidence: 1 } });
        assert.equal(made.groundedness, 1, `${language} ${tone} ${label}`);
      }
});

test('the same question gets the same answer', () => {
  assert.deepEqual(answer('refund for late delivery'), answer('refund for late delivery'));
});

test('a long message finds what one of its sentences asks', () => {
  const chatter = 'We met the neighbours on the green hill and talked about the weather for a while. '.repeat(200);
  assert.equal(answer(`${chatter} How do I reset my password? ${chatter}`).citations[0]?.articleId, 'password');
});

test('a replaced or deleted article is not found any more', () => {
  const own = createPassageIndex();
  own.apply({ article: articles[3]!, revision: 1, deleted: false });
  assert.equal(own.search('cancel subscription').length, 1);
  own.apply({ article: { ...articles[3]!, title: 'Opening hours', body: 'We are open from nine to five.' }, revision: 2, deleted: false });
  assert.equal(own.search('cancel subscription').length, 0);
  assert.equal(own.search('opening hours').length, 1);
  own.apply({ article: articles[3]!, revision: 3, deleted: true });
  assert.equal(own.size, 0);
  assert.deepEqual(own.search('opening hours'), []);
});
