import { interactionNew, sentimentAnalysisComplete } from '@customerai/events';
import { sentimentInteraction } from '@customerai/service';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './sentiment-story.ts';

const { parts, model, story, settle, eventsOf, stop } = await startStories();
after(stop);

const ANALYSIS = `query($id: ID!) { interaction(id: $id) { sentiment {
  id label score confidence probabilities { negative neutral positive } emotions { emotion score } language languageSupported
  model { name version } analyzedAt interaction { id }
} } }`;

test('a stored message is analysed, and the analysis says all the model said', async () => {
  const { askOk, submit } = story();
  const id = await submit({ text: 'This is terrible, I am angry.' });
  assert.equal((await askOk('query($id: ID!) { interaction(id: $id) { id } }', { id })).interaction.id, id);
  await settle();
  const { interaction } = await askOk(ANALYSIS, { id });
  const { id: analysisId, ...analysis } = interaction.sentiment;
  assert.ok(analysisId);
  assert.deepEqual(analysis, {
    label: 'NEGATIVE',
    score: -0.86,
    confidence: 0.9,
    probabilities: { negative: 0.9, neutral: 0.06, positive: 0.04 },
    emotions: [{ emotion: 'anger', score: 0.8 }],
    language: 'en',
    languageSupported: true,
    model: { name: 'fake', version: '1.0.0' },
    analyzedAt: '2026-03-02T09:00:00.000Z',
    interaction: { id },
  });
});

test('the finished analysis is announced once, with facts and without words', async () => {
  const { tenant, submit } = story();
  const id = await submit({ text: 'I love it, my parcel came, thank you!', customerName: 'Ana Ruiz', channel: 'CHAT' });
  await settle();
  const [event, ...more] = await eventsOf(tenant, sentimentAnalysisComplete.type);
  assert.equal(more.length, 0);
  assert.deepEqual([event.partitionkey, event.source], ['c-1', '/customerai/sentiment']);
  const { analysisId, ...facts } = event.data;
  assert.ok(analysisId);
  assert.deepEqual(facts, {
    interactionId: id,
    customerId: 'c-1',
    channel: 'CHAT',
    language: 'en',
    receivedAt: '2026-03-02T09:00:00.000Z',
    analyzedAt: '2026-03-02T09:00:00.000Z',
    sentiment: { label: 'POSITIVE', score: 0.8, confidence: 0.85 },
    emotions: ['joy'],
    aspects: [{ category: 'delivery', label: 'POSITIVE', score: 0.9 }],
    model: { name: 'fake', version: '1.0.0' },
  });
  const everything = JSON.stringify([...(await eventsOf(tenant, interactionNew.type)), event]);
  assert.doesNotMatch(everything, /love|Ana|parcel/);
});

test('an event that comes again changes and announces nothing', async () => {
  const { tenant, askOk, submit } = story();
  const id = await submit({ text: 'I love it!' });
  await settle();
  const before = await askOk(ANALYSIS, { id });
  const [original] = await eventsOf(tenant, interactionNew.type);
  for (let again = 0; again < 3; again++) await parts.bus.publish({ ...original, id: parts.newId() });
  await settle();
  assert.deepEqual(await askOk(ANALYSIS, { id }), before);
  assert.equal((await eventsOf(tenant, sentimentAnalysisComplete.type)).length, 1);
});

test('an event of an interaction that is gone does nothing', async () => {
  const { tenant } = story();
  const data = { interactionId: 'gone', customerId: 'c-1', channel: 'CHAT', language: 'en', receivedAt: parts.clock().toISOString() } as const;
  await parts.bus.publish(interactionNew.create({ id: parts.newId(), source: 'test', tenant, partitionkey: 'c-1', time: parts.clock(), data }));
  await settle();
  assert.deepEqual(await eventsOf(tenant, sentimentAnalysisComplete.type), []);
});

test('the same message in two tenants is two interactions, and each sees its own', async () => {
  const [one, two] = [story(), story()];
  const ids = [await one.submit({ externalId: 'm-1' }), await two.submit({ externalId: 'm-1' })];
  assert.notEqual(ids[0], ids[1]);
  assert.equal((await two.askOk('query($id: ID!) { interaction(id: $id) { id } }', { id: ids[0] })).interaction, null);
});

test('a batch is analysed message by message, and every analysis is announced', async () => {
  const { tenant, askOk } = story();
  const inputs = Array.from({ length: 120 }, (_, n) => ({
    customerId: `c-${n % 30}`,
    channel: 'REVIEW',
    text: n % 2 ? `I love number ${n}` : `Number ${n} is terrible`,
  }));
  await askOk('mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }', { inputs });
  await settle();
  const count = async (label: string) => (await askOk(`{ interactions(filter: { label: [${label}] }) { totalCount } }`)).interactions.totalCount;
  assert.deepEqual([await count('POSITIVE'), await count('NEGATIVE'), await count('NEUTRAL')], [60, 60, 0]);
  assert.equal((await eventsOf(tenant, sentimentAnalysisComplete.type)).length, 120);
});

test('what the model is asked is the text in its normal form', async () => {
  await story().submit({ text: '  Cafe\u0301 closed\r\nagain ' });
  await settle();
  assert.deepEqual(model.asked.at(-1), ['Caf\u00E9 closed\nagain']);
});

test('other services get the words by asking for them', async () => {
  const { tenant, submit } = story();
  const text = 'I love it!';
  const interactionId = await submit({ text, customerName: 'Ana Ruiz' });
  await settle();
  assert.deepEqual(await parts.rpc.call(sentimentInteraction, { tenant, interactionId }), {
    id: interactionId,
    customerId: 'c-1',
    customerName: 'Ana Ruiz',
    channel: 'EMAIL',
    language: 'en',
    text,
    receivedAt: '2026-03-02T09:00:00.000Z',
    sentiment: { label: 'POSITIVE', score: 0.8, confidence: 0.85 },
  });
  assert.equal(await parts.rpc.call(sentimentInteraction, { tenant: story().tenant, interactionId }), null);
});
