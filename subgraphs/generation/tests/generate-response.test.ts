import { type ResponsePiece, responseWriting } from '@customerai/service';
import { ask, askOk, entity, newTenant, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_SCOPES, draftsOf, type Fixture, REFUNDS, RESPONSE, startFixture, writeArticle } from './generation-fixture.ts';

let fixture: Fixture;
before(async () => {
  fixture = await startFixture();
});
after(() => fixture[Symbol.asyncDispose]());

const GENERATE = `mutation($id: ID!, $tone: Tone, $instructions: String) { generateResponse(interactionId: $id, tone: $tone, instructions: $instructions) { ${RESPONSE} } }`;

test('a person may ask for drafts, each a new one, in a tone', async () => {
  const tenant = newTenant();
  const me = viewer(tenant, ALL_SCOPES);
  await writeArticle(fixture, tenant, REFUNDS);
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  const first = (await askOk(fixture.service.subgraph, GENERATE, { id, tone: 'FORMAL' }, me)).generateResponse;
  assert.match(first.text, /^Dear customer,/);
  fixture.parts.clock.advance(1000);
  const second = (await askOk(fixture.service.subgraph, GENERATE, { id }, me)).generateResponse;
  assert.equal(second.tone, 'NEUTRAL');
  assert.deepEqual(
    (await draftsOf(fixture, tenant, id)).map((draft) => draft.id),
    [second.id, first.id],
  );
  await fixture.settle();
  assert.equal(fixture.announced(id).length, 2);
  assert.equal(fixture.announced(id)[0].data.sentiment, undefined);

  const { generatedResponse } = await askOk(
    fixture.service.subgraph,
    `query($id: ID!) { generatedResponse(id: $id) { ${RESPONSE} } }`,
    { id: first.id },
    me,
  );
  assert.deepEqual(generatedResponse, first);
  assert.deepEqual((await entity(fixture.service.subgraph, { __typename: 'GeneratedResponse', id: first.id }, RESPONSE, me)).data, first);
});

test('who looks on hears the draft piece by piece, and last of all what it was stored as', async () => {
  const tenant = newTenant();
  await writeArticle(fixture, tenant, REFUNDS);
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  const heard: ResponsePiece[] = [];
  await using _ = await fixture.parts.rpc.listen(responseWriting, [tenant, id], (piece) => void heard.push(piece));
  const { generateResponse: draft } = await askOk(fixture.service.subgraph, GENERATE, { id }, viewer(tenant, ALL_SCOPES));
  assert.equal(heard.map(({ text }) => text).join(''), draft.text);
  assert.deepEqual(
    heard.map(({ index }) => index),
    heard.map((_, position) => position),
  );
  assert.ok(heard.length > 4);
  assert.deepEqual(heard.at(-1), { interactionId: id, index: heard.length - 1, text: '', done: true, responseId: draft.id });
});

test('what cannot be generated says why', async () => {
  const tenant = newTenant();
  const me = viewer(tenant, ALL_SCOPES);
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  const codeOf = async (variables: object) => (await ask(fixture.service.subgraph, GENERATE, { id, ...variables }, me)).errors[0]?.code;
  assert.equal(await codeOf({ id: 'unknown' }), 'NOT_FOUND');
  assert.equal(await codeOf({ instructions: 'Answer as a pirate' }), 'NOT_IMPLEMENTED');
  assert.equal(await codeOf({ instructions: 'x'.repeat(2001) }), 'BAD_USER_INPUT');
  assert.equal(await codeOf({ tone: 'ANGRY' }), 'BAD_USER_INPUT');
  fixture.privacy.broken = true;
  assert.equal(await codeOf({}), 'SERVICE_UNAVAILABLE');
  fixture.privacy.broken = false;
  assert.deepEqual(await draftsOf(fixture, tenant, id), []);
});

test("another tenant's interactions and drafts do not exist", async () => {
  const tenant = newTenant();
  const other = viewer(newTenant(), ALL_SCOPES);
  const id = fixture.interaction(tenant, 'How do I get a refund?');
  const draft = (await askOk(fixture.service.subgraph, GENERATE, { id }, viewer(tenant, ALL_SCOPES))).generateResponse;
  assert.equal((await ask(fixture.service.subgraph, GENERATE, { id }, other)).errors[0]?.code, 'NOT_FOUND');
  assert.equal(
    (await askOk(fixture.service.subgraph, 'query($id: ID!) { generatedResponse(id: $id) { id } }', { id: draft.id }, other)).generatedResponse,
    null,
  );
  assert.equal((await entity(fixture.service.subgraph, { __typename: 'GeneratedResponse', id: draft.id }, 'id text', other)).data, null);
  assert.deepEqual((await entity(fixture.service.subgraph, { __typename: 'Interaction', id }, 'responses { id }', other)).data, { responses: [] });
});

test('scopes are needed', async () => {
  const codeOf = async (document: string, scopes?: string[]) =>
    (await ask(fixture.service.subgraph, document, {}, scopes && viewer(newTenant(), scopes))).errors[0]?.code;
  const documents = {
    '{ generatedResponse(id: "1") { id } }': 'responses:read',
    '{ knowledgeArticles { totalCount } }': 'responses:read',
    'mutation { generateResponse(interactionId: "1") { id } }': 'responses:write',
    'mutation { upsertKnowledgeArticle(input: { title: "a", body: "b" }) { id } }': 'knowledge:write',
    'mutation { deleteKnowledgeArticle(id: "1") }': 'knowledge:write',
  };
  for (const [document, scope] of Object.entries(documents)) {
    assert.equal(await codeOf(document), 'UNAUTHENTICATED');
    assert.equal(
      await codeOf(
        document,
        ALL_SCOPES.filter((each) => each !== scope),
      ),
      'FORBIDDEN',
    );
  }
  const query = 'query { _entities(representations: [{ __typename: "Interaction", id: "1" }]) { ... on Interaction { responses { id } } } }';
  assert.equal(await codeOf(query), 'UNAUTHENTICATED');
});
