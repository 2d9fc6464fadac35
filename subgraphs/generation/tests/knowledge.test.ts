import { ask, askOk, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startGeneration } from '../src/index.ts';
import { ALL_SCOPES, type Fixture, REFUNDS, startFixture, writeArticle } from './generation-fixture.ts';

let fixture: Fixture;
before(async () => {
  fixture = await startFixture();
});
after(() => fixture[Symbol.asyncDispose]());

const LIST =
  'query($search: String, $first: Int, $after: String) { knowledgeArticles(search: $search, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id title } } } }';
const GENERATE = 'mutation($id: ID!) { generateResponse(interactionId: $id) { groundedness citations { quote article { id body } } } }';
const REMOVE = 'mutation($id: ID!) { deleteKnowledgeArticle(id: $id) }';

test('articles are written, listed, searched and paged', async () => {
  const tenant = newTenant();
  const me = viewer(tenant, ALL_SCOPES);
  const list = async (variables: object) => (await askOk(fixture.service.subgraph, LIST, { first: 20, ...variables }, me)).knowledgeArticles;
  for (const [title, body] of [
    ['Alpha', 'Apples (red)'],
    ['Beta', 'Bananas and apples'],
    ['Gamma', 'Cherries'],
  ]) {
    fixture.parts.clock.advance(1000);
    await writeArticle(fixture, tenant, { title, body, tags: [` ${title} `, title] });
  }
  const titles = (found: any) => found.edges.map(({ node }: any) => node.title);
  assert.deepEqual(titles(await list({})), ['Gamma', 'Beta', 'Alpha']);
  assert.deepEqual(titles(await list({ search: 'APPLES' })), ['Beta', 'Alpha']);
  assert.deepEqual(titles(await list({ search: 'apples bananas' })), ['Beta']);
  assert.deepEqual(titles(await list({ search: '(red' })), ['Alpha']);
  assert.deepEqual(titles(await list({ search: '.*' })), []);
  const first = await list({ first: 2 });
  assert.deepEqual([titles(first), first.totalCount, first.pageInfo.hasNextPage], [['Gamma', 'Beta'], 3, true]);
  assert.deepEqual(titles(await list({ first: 2, after: first.pageInfo.endCursor })), ['Alpha']);
});

test('an article of the same id is replaced, and answers follow at once', async () => {
  const tenant = newTenant();
  const me = viewer(tenant, ALL_SCOPES);
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  const quotes = async () => (await askOk(fixture.service.subgraph, GENERATE, { id }, me)).generateResponse.citations.map(({ quote }: any) => quote);
  await writeArticle(fixture, tenant, { id: 'refunds', ...REFUNDS });
  assert.match((await quotes())[0], /30 days/);
  await writeArticle(fixture, tenant, { id: 'refunds', title: 'Refunds', body: 'A refund takes 7 days.' });
  assert.deepEqual(await quotes(), ['A refund takes 7 days.']);
  assert.equal((await askOk(fixture.service.subgraph, REMOVE, { id: 'refunds' }, me)).deleteKnowledgeArticle, true);
  assert.deepEqual(await quotes(), []);
  assert.equal((await askOk(fixture.service.subgraph, REMOVE, { id: 'refunds' }, me)).deleteKnowledgeArticle, false);
});

test('a deleted article stays readable through the answers that quote it, and nowhere else', async () => {
  const tenant = newTenant();
  const me = viewer(tenant, ALL_SCOPES);
  const article = await writeArticle(fixture, tenant, REFUNDS);
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  await askOk(fixture.service.subgraph, GENERATE, { id }, me);
  await askOk(fixture.service.subgraph, REMOVE, { id: article.id }, me);
  const { data } = await entity(fixture.service.subgraph, { __typename: 'Interaction', id }, 'responses { citations { article { id } } }', me);
  assert.equal(data.responses[0].citations[0].article.id, article.id);
  assert.equal((await entity(fixture.service.subgraph, { __typename: 'KnowledgeArticle', id: article.id }, 'id', me)).data, null);
  assert.equal((await askOk(fixture.service.subgraph, LIST, { first: 20 }, me)).knowledgeArticles.totalCount, 0);
  await writeArticle(fixture, tenant, { ...REFUNDS, id: article.id });
  assert.equal((await entity(fixture.service.subgraph, { __typename: 'KnowledgeArticle', id: article.id }, 'id', me)).data.id, article.id);
});

test('a second process sees what the first one wrote', async () => {
  const tenant = newTenant();
  const me = viewer(tenant, ALL_SCOPES);
  await using second = await startGeneration(
    {},
    { ...fixture.parts, bus: { ...fixture.parts.bus, consume: async () => ({ [Symbol.asyncDispose]: async () => {} }) } as never },
  );
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  const grounded = async () => (await askOk(second.subgraph, GENERATE, { id }, me)).generateResponse.groundedness;
  assert.equal(await grounded(), 0);
  await writeArticle(fixture, tenant, REFUNDS);
  assert.equal(await grounded(), 1);
});

test('many writers at a time lose nothing', async () => {
  const tenant = newTenant();
  await Promise.all(
    Array.from({ length: 8 }, (_, index) => writeArticle(fixture, tenant, { id: `a${index % 4}`, title: `Title ${index}`, body: 'Body' })),
  );
  assert.equal((await askOk(fixture.service.subgraph, LIST, { first: 20 }, viewer(tenant, ALL_SCOPES))).knowledgeArticles.totalCount, 4);
});

test('two tenants may use the same id, and neither sees the other', async () => {
  const [one, two] = [newTenant(), newTenant()];
  await writeArticle(fixture, one, { id: 'faq', title: 'One', body: 'Text' });
  await writeArticle(fixture, two, { id: 'faq', title: 'Two', body: 'Text' });
  const title = async (tenant: string) =>
    (await entity(fixture.service.subgraph, { __typename: 'KnowledgeArticle', id: 'faq' }, 'title', viewer(tenant, ALL_SCOPES))).data?.title;
  assert.deepEqual([await title(one), await title(two), await title(newTenant())], ['One', 'Two', undefined]);
  assert.equal((await askOk(fixture.service.subgraph, REMOVE, { id: 'faq' }, viewer(newTenant(), ALL_SCOPES))).deleteKnowledgeArticle, false);
});

test('bad articles are refused and the argument is named', async () => {
  const me = viewer(newTenant(), ALL_SCOPES);
  const document = 'mutation($input: KnowledgeArticleInput!) { upsertKnowledgeArticle(input: $input) { id } }';
  const cases: [object, string][] = [
    [{ title: ' ' }, 'input.title'],
    [{ title: 'x'.repeat(201) }, 'input.title'],
    [{ title: 'two\nlines' }, 'input.title'],
    [{ body: ' \n ' }, 'input.body'],
    [{ body: 'x'.repeat(100_001) }, 'input.body'],
    [{ tags: ['x'.repeat(51)] }, 'input.tags'],
    [{ tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }, 'input.tags'],
    [{ id: 'a/b' }, 'input.id'],
    [{ id: '' }, 'input.id'],
  ];
  for (const [wrong, argument] of cases) {
    const { errors } = await ask(fixture.service.subgraph, document, { input: { title: 'T', body: 'B', ...wrong } }, me);
    assert.deepEqual([errors[0]?.code, errors[0]?.extensions.argument], ['BAD_USER_INPUT', argument]);
  }
  for (const variables of [{ first: 0 }, { first: 101 }, { after: 'nonsense' }, { search: 'x'.repeat(201) }]) {
    assert.equal((await ask(fixture.service.subgraph, LIST, { first: 20, ...variables }, me)).errors[0]?.code, 'BAD_USER_INPUT');
  }
});
