import { type Service, privacyRedact } from '@customerai/service';
import { ask, askOk, createTestParts, entity, newTenant, type TestParts, viewer } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startPrivacy } from '../src/index.ts';
import { type FakeModel, serveFakeModel } from './fake-model.ts';

let parts: TestParts;
let service: Service;
let model: FakeModel;
before(async () => {
  parts = await createTestParts();
  model = await serveFakeModel(parts);
  service = await startPrivacy({}, parts);
});
after(async () => {
  await service[Symbol.asyncDispose]();
  await parts[Symbol.asyncDispose]();
});

const reader = viewer(newTenant(), ['privacy:read', 'privacy:write', 'privacy:admin', 'privacy:reveal', 'audit:read']);
const DETECT = `query($text: String!, $language: String, $entities: [String!], $minScore: Float) {
  detectPii(text: $text, language: $language, entities: $entities, minScore: $minScore) { entities { type start end text score recognizer } language riskScore }
}`;
const ANONYMIZE =
  'mutation($text: String!, $operators: [AnonymizeOperatorInput!]) { anonymize(text: $text, operators: $operators) { text reversible entities { type } } }';
const letter = 'Mail ann@example.com, card 4111 1111 1111 1111, order 123456789.';

test('a report names what was found and where', async () => {
  const { detectPii } = await askOk(service.subgraph, DETECT, { text: letter, language: 'en' }, reader);
  assert.deepEqual(detectPii.entities, [
    { type: 'EMAIL_ADDRESS', start: 5, end: 20, text: 'ann@example.com', score: 1, recognizer: 'email' },
    { type: 'CREDIT_CARD', start: 27, end: 46, text: '4111 1111 1111 1111', score: 1, recognizer: 'credit-card' },
  ]);
  assert.equal(detectPii.language, 'en');
  assert.equal(detectPii.riskScore, 0.95);
});

test('types and threshold narrow a report', async () => {
  const only = await askOk(service.subgraph, DETECT, { text: letter, entities: ['CREDIT_CARD'] }, reader);
  assert.deepEqual(
    only.detectPii.entities.map(({ type }: any) => type),
    ['CREDIT_CARD'],
  );
  assert.equal(only.detectPii.language, 'und');
  const all = await askOk(service.subgraph, DETECT, { text: 'number 536221234', minScore: 0 }, reader);
  assert.ok(all.detectPii.entities.length > 0);
});

test('bad input is refused and named', async () => {
  const cases: [Record<string, unknown>, string][] = [
    [{ text: 'a', entities: ['SHOE_SIZE'] }, 'entities'],
    [{ text: 'a', minScore: 1.5 }, 'minScore'],
    [{ text: 'a', language: 'not a language' }, 'language'],
    [{ text: 'a'.repeat(1_000_001) }, 'text'],
  ];
  for (const [variables, argument] of cases) {
    const { errors } = await ask(service.subgraph, DETECT, variables, reader);
    assert.equal(errors[0]?.code, 'BAD_USER_INPUT');
    assert.equal(errors[0]?.extensions.argument, argument);
  }
  assert.deepEqual((await askOk(service.subgraph, DETECT, { text: '' }, reader)).detectPii.entities, []);
});

test('anonymize replaces by default and follows the operators', async () => {
  const plain = await askOk(service.subgraph, ANONYMIZE, { text: letter }, reader);
  assert.equal(plain.anonymize.text, 'Mail <EMAIL_ADDRESS>, card <CREDIT_CARD>, order 123456789.');
  assert.equal(plain.anonymize.reversible, false);
  const operators = [
    { entity: 'CREDIT_CARD', operator: 'MASK' },
    { entity: 'DEFAULT', operator: 'REDACT' },
  ];
  assert.equal(
    (await askOk(service.subgraph, ANONYMIZE, { text: letter, operators }, reader)).anonymize.text,
    'Mail , card **** **** **** 1111, order 123456789.',
  );
});

test('wrong operators are refused', async () => {
  const code = async (operators: object[]) => (await ask(service.subgraph, ANONYMIZE, { text: letter, operators }, reader)).errors[0]?.code;
  assert.equal(await code([{ entity: 'SHOE_SIZE', operator: 'KEEP' }]), 'BAD_USER_INPUT');
  assert.equal(await code([{ entity: 'URL', operator: 'MASK', value: 'four' }]), 'BAD_USER_INPUT');
  assert.equal(await code([{ entity: 'URL', operator: 'KEEP', value: 'x' }]), 'BAD_USER_INPUT');
  assert.equal(
    await code([
      { entity: 'URL', operator: 'KEEP' },
      { entity: 'URL', operator: 'REDACT' },
    ]),
    'BAD_USER_INPUT',
  );
  for (const operator of ['HASH', 'ENCRYPT', 'PSEUDONYMIZE']) assert.equal(await code([{ entity: 'URL', operator, value: 'x' }]), 'BAD_USER_INPUT');
});

test('an interaction shows its redacted text and its report', async () => {
  const { data, errors } = await entity(
    service.subgraph,
    { __typename: 'Interaction', id: 'i1', text: letter, language: 'en' },
    'id redactedText pii { riskScore }',
    reader,
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(data, { id: 'i1', redactedText: 'Mail <EMAIL_ADDRESS>, card <CREDIT_CARD>, order 123456789.', pii: { riskScore: 0.95 } });
});

test("an interaction hides its customer's name", async () => {
  const reference = {
    __typename: 'Interaction',
    id: 'i1',
    text: 'ANN lee here',
    language: 'en',
    customer: { __typename: 'Customer', name: 'Ann Lee' },
  };
  const { data } = await entity(service.subgraph, reference, 'redactedText pii { entities { type start end } }', reader);
  assert.deepEqual(data, { redactedText: '<PERSON> here', pii: { entities: [{ type: 'PERSON', start: 0, end: 7 }] } });
});

test('an interaction shows nothing to an unknown viewer', async () => {
  const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Interaction { redactedText } } }';
  const { errors } = await ask(service.subgraph, query, { r: [{ __typename: 'Interaction', id: 'i1', text: letter, language: 'en' }] });
  assert.equal(errors[0]?.code, 'UNAUTHENTICATED');
});

test('neighbours get redacted text and the types that were hidden', async () => {
  const tenant = newTenant();
  assert.deepEqual(await parts.rpc.call(privacyRedact, { tenant, text: `Ann Lee: ${letter}`, names: ['Ann Lee'] }), {
    text: '<PERSON>: Mail <EMAIL_ADDRESS>, card <CREDIT_CARD>, order 123456789.',
    types: ['CREDIT_CARD', 'EMAIL_ADDRESS', 'PERSON'],
  });
  await assert.rejects(parts.rpc.call(privacyRedact, { tenant, text: 'a'.repeat(1_000_001) }), { code: 'BAD_USER_INPUT' });
});

test('names and addresses that the model finds stand beside what patterns find', async () => {
  const text = '  Cafe\u0301 guest: my NAME_Ann is at PLACE_Bern,\r\nmail ann@example.com, since DATE_monday';
  const { detectPii } = await askOk(service.subgraph, DETECT, { text, language: 'en' }, reader);
  assert.deepEqual(
    detectPii.entities.map(({ type, start, end, text: part, recognizer }: any) => {
      assert.equal(text.slice(start, end), part);
      return [type, part, recognizer];
    }),
    [
      ['PERSON', 'NAME_Ann', 'fake@1'],
      ['LOCATION', 'PLACE_Bern', 'fake@1'],
      ['EMAIL_ADDRESS', 'ann@example.com', 'email'],
    ],
  );
});

test('what a message is about is told and hidden only when it is named', async () => {
  const text = 'NAME_Ann waits since DATE_monday.';
  assert.equal((await askOk(service.subgraph, ANONYMIZE, { text }, reader)).anonymize.text, '<PERSON> waits since DATE_monday.');
  const operators = [{ entity: 'DATE_TIME', operator: 'REDACT' }];
  assert.equal((await askOk(service.subgraph, ANONYMIZE, { text, operators }, reader)).anonymize.text, '<PERSON> waits since .');
  const { detectPii } = await askOk(service.subgraph, DETECT, { text, entities: ['DATE_TIME'] }, reader);
  assert.deepEqual(
    detectPii.entities.map(({ text: part }: any) => part),
    ['DATE_monday'],
  );
});

test("a finding of the model counts from the model's own threshold on; a threshold of the caller counts for all", async () => {
  const text = 'Here lives PLACE_Bern and NAME_Ann.';
  const found = async (minScore?: number) =>
    (await askOk(service.subgraph, DETECT, { text, minScore }, reader)).detectPii.entities.map(({ type }: any) => type);
  assert.deepEqual(await found(), ['LOCATION', 'PERSON']); // 0.3 and 0.9
  assert.deepEqual(await found(0.5), ['PERSON']);
});

test('a type that nobody here knows is hidden too', async () => {
  assert.equal((await askOk(service.subgraph, ANONYMIZE, { text: 'my NEW_thing' }, reader)).anonymize.text, 'my <NEWTYPE>');
});

test('neighbours learn of types that tell who somebody is; a city is hidden, and says nothing', async () => {
  const redacted = await parts.rpc.call(privacyRedact, { tenant: newTenant(), text: 'NAME_Ann of PLACE_Bern' });
  assert.deepEqual(redacted, { text: '<PERSON> of <LOCATION>', types: ['PERSON'] });
});

test('without the model nothing passes for looked through', async () => {
  const tenant = newTenant();
  const fails = async (state: Partial<FakeModel>, code: string) => {
    Object.assign(model, state);
    await assert.rejects(parts.rpc.call(privacyRedact, { tenant, text: 'NAME_Ann is here' }), { code });
    Object.assign(model, { failing: undefined, truncating: false });
  };
  await fails({ failing: 'all' }, 'SERVICE_UNAVAILABLE');
  await fails({ failing: 'each' }, 'SERVICE_UNAVAILABLE');
  await fails({ truncating: true }, 'SERVICE_UNAVAILABLE');
  model.failing = 'each';
  const reference = { __typename: 'Interaction', id: 'i1', text: 'NAME_Bob is here', language: 'en' };
  const { data, errors } = await entity(service.subgraph, reference, 'redactedText', reader);
  model.failing = undefined;
  assert.deepEqual([data?.redactedText ?? null, errors[0]?.code], [null, 'SERVICE_UNAVAILABLE']);
});

test('a live model that looks for no personal data leaves the patterns', async () => {
  model.blind = true;
  const redacted = await parts.rpc.call(privacyRedact, { tenant: newTenant(), text: 'NAME_Ann: ann@example.com' });
  model.blind = false;
  assert.equal(redacted.text, 'NAME_Ann: <EMAIL_ADDRESS>');
});

test('a long text is looked through to its end, piece by piece', async () => {
  const text = `${'parcel '.repeat(20_000)}NAME_Ann ${'x'.repeat(60_000)}😡 NAME_Bob`;
  const redacted = await parts.rpc.call(privacyRedact, { tenant: newTenant(), text });
  assert.equal(redacted.text, text.replace('NAME_Ann', '<PERSON>').replace('NAME_Bob', '<PERSON>'));
  assert.ok(model.asked.every((asked) => asked.length <= 50_000 && asked.isWellFormed()));
});

test('the model is asked once for a text, whoever wants to know what of it', async () => {
  const tenant = newTenant();
  const text = 'One pass over NAME_Ann.';
  const before = model.asked.length;
  for (let time = 0; time < 3; time++) await parts.rpc.call(privacyRedact, { tenant, text });
  await askOk(service.subgraph, DETECT, { text }, viewer(tenant, ['privacy:read']));
  assert.equal(model.asked.length - before, 1);
});

test('scopes are needed', async () => {
  assert.equal((await ask(service.subgraph, DETECT, { text: 'a' })).errors[0]?.code, 'UNAUTHENTICATED');
  assert.equal((await ask(service.subgraph, DETECT, { text: 'a' }, viewer(newTenant(), ['privacy:write']))).errors[0]?.code, 'FORBIDDEN');
  assert.equal((await ask(service.subgraph, ANONYMIZE, { text: 'a' }, viewer(newTenant(), ['privacy:read']))).errors[0]?.code, 'FORBIDDEN');
});

test('every entity type is listed with what finds it', async () => {
  const { piiEntityTypes } = await askOk(service.subgraph, '{ piiEntityTypes { type description languages recognizers } }', {}, reader);
  const types = piiEntityTypes.map(({ type }: any) => type);
  for (const type of [
    'EMAIL_ADDRESS',
    'PHONE_NUMBER',
    'CREDIT_CARD',
    'IBAN_CODE',
    'US_SSN',
    'UK_NHS',
    'PERSON',
    'ADDRESS',
    'LOCATION',
    'ORGANIZATION',
  ])
    assert.ok(types.includes(type), type);
});
