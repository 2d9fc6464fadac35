import { sentimentAnalysisComplete, sentimentAnalysisRevised } from '@customerai/events';
import { ask, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startStories } from './sentiment-story.ts';

const { parts, model, story, service, settle, eventsOf, stop } = await startStories();
after(stop);

const REANALYZE = `mutation($version: String!, $first: Int, $after: ID) { reanalyzeInteractions(version: $version, first: $first, after: $after) {
  model { name version } reanalyzed failed { interaction { id } error } cursor done remaining
} }`;

/** A story with so many analysed messages. */
async function analysed(count: number, text = (n: number) => `Parcel number ${n} is terrible`) {
  const told = story();
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await told.submit({ text: text(n) }));
  await settle();
  const page = async (variables: object) => (await told.askOk(REANALYZE, { version: '2.0.0', ...variables })).reanalyzeInteractions;
  const versions = async () => {
    const { interactions } = await told.askOk('{ interactions(first: 100) { edges { node { sentiment { id model { version } } } } } }');
    return interactions.edges.map(({ node }: any) => node.sentiment.model.version);
  };
  return { ...told, ids, page, versions };
}

test('stored messages are analysed again page by page, the oldest first, behind everybody who waits', async () => {
  const { ids, page, versions } = await analysed(5);
  const first = await page({ first: 2 });
  assert.deepEqual(first, { model: { name: 'fake', version: '2.0.0' }, reanalyzed: 2, failed: [], cursor: ids[1], done: false, remaining: 3 });
  assert.deepEqual(await versions(), ['1.0.0', '1.0.0', '1.0.0', '2.0.0', '2.0.0']);
  const second = await page({ first: 2, after: first.cursor });
  const third = await page({ first: 2, after: second.cursor });
  assert.deepEqual([third.reanalyzed, third.done, third.remaining], [1, true, 0]);
  assert.deepEqual(new Set(await versions()), new Set(['2.0.0']));
  assert.deepEqual(new Set(model.priorities.slice(-3)), new Set(['backfill']));
});

test('a run that broke off goes on by beginning again: nothing is done twice', async () => {
  const { page } = await analysed(4);
  await page({ first: 3 });
  const asked = model.asked.length;
  const rest = await page({ first: 3 });
  assert.deepEqual([rest.reanalyzed, rest.done, model.asked[asked]!.length], [1, true, 1]);
});

test('the analysis keeps its id, its event is another one, and facts say which model spoke before', async () => {
  const { tenant, ids, askOk, page } = await analysed(1);
  const sentiment = async () =>
    (await askOk('query($id: ID!) { interaction(id: $id) { sentiment { id analyzedAt model { version } } } }', { id: ids[0] })).interaction.sentiment;
  const before = await sentiment();
  parts.clock.advance(3_600_000);
  await page({});
  await settle();
  const now = await sentiment();
  assert.equal(now.id, before.id);
  assert.equal(Date.parse(now.analyzedAt) - Date.parse(before.analyzedAt), 3_600_000);
  assert.equal((await eventsOf(tenant, sentimentAnalysisComplete.type)).length, 1);
  const [revised, ...more] = await eventsOf(tenant, sentimentAnalysisRevised.type);
  assert.equal(more.length, 0);
  const { analysisId, interactionId, previousModel, model: current } = revised.data;
  assert.deepEqual([analysisId, interactionId, previousModel.version, current.version], [before.id, ids[0], '1.0.0', '2.0.0']);
  assert.doesNotMatch(JSON.stringify(revised), /arcel|terrible/);
});

test('a text that the model fails at keeps its analysis and is named; the run goes on', async () => {
  const { ids, page, askOk } = await analysed(3, (n) => `Parcel ${n} is here`);
  model.failAt = 'Parcel 1';
  const result = await page({});
  model.failAt = 'unreadable';
  assert.deepEqual([result.reanalyzed, result.done, result.remaining], [2, true, 1]);
  assert.deepEqual(
    result.failed.map(({ interaction }: any) => interaction.id),
    [ids[1]],
  );
  assert.match(result.failed[0].error, /no usable answer/);
  const { interaction } = await askOk('query($id: ID!) { interaction(id: $id) { sentiment { model { version } } } }', { id: ids[1] });
  assert.equal(interaction.sentiment.model.version, '1.0.0');
  assert.equal((await page({})).reanalyzed, 1);
});

test('messages of another tenant are left alone', async () => {
  const other = await analysed(1);
  const { page } = await analysed(1);
  assert.deepEqual([(await page({})).reanalyzed, (await page({})).reanalyzed], [1, 0]);
  assert.deepEqual(await other.versions(), ['1.0.0']);
});

test('a version that is not deployed and a wrong page are refused, and named', async () => {
  const { ask: askAs } = await analysed(0);
  for (const [variables, argument] of [
    [{ version: '9.9.9' }, 'version'],
    [{ version: '2.0.0', first: 0 }, 'first'],
    [{ version: '2.0.0', first: 201 }, 'first'],
  ] as const) {
    const { errors } = await askAs(REANALYZE, variables);
    assert.deepEqual([errors[0]!.code, errors[0]!.extensions['argument']], ['BAD_USER_INPUT', argument]);
  }
});

test('analysing again needs the scope of those who deploy models', async () => {
  const { tenant } = story();
  const { errors } = await ask(service.subgraph, REANALYZE, { version: '2.0.0' }, viewer(tenant, ['interactions:write', 'sentiment:read']));
  assert.equal(errors[0]!.code, 'FORBIDDEN');
});
