import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { serveFakeModel } from './fake-model.ts';
import { startStories } from './privacy-story.ts';

const { parts, story, stop } = await startStories();
await serveFakeModel(parts);
after(stop);

const ANONYMIZE =
  'mutation($text: String!, $operators: [AnonymizeOperatorInput!]) { anonymize(text: $text, operators: $operators) { text reversible entities { type } } }';
const REVEAL = 'mutation($text: String!, $purpose: String!) { deanonymize(text: $text, purpose: $purpose) }';
const LETTER = 'NAME_Ann writes: mail ann@example.com, or ann@example.com again.';

function told() {
  const own = story();
  const hide = async (operator: string, text = LETTER, more: object[] = []) =>
    (await own.askOk(ANONYMIZE, { text, operators: [{ entity: 'DEFAULT', operator }, ...more] })).anonymize;
  return { ...own, hide, reveal: async (text: string) => (await own.askOk(REVEAL, { text, purpose: 'complaint.4711' })).deanonymize };
}

test('what was encrypted comes back by deanonymize, letter for letter, and both stand in the audit log', async () => {
  const { hide, reveal, askOk } = told();
  const first = await hide('ENCRYPT');
  assert.equal(first.reversible, true);
  assert.match(first.text, /^<PERSON:enc:[\w-]+> writes: mail <EMAIL_ADDRESS:enc:[\w-]+>, or <EMAIL_ADDRESS:enc:[\w-]+> again\.$/);
  assert.notEqual(first.text, (await hide('ENCRYPT')).text);
  assert.equal(await reveal(first.text), LETTER);
  const { auditLog } = await askOk('{ auditLog { edges { node { actor action target purpose } } } }');
  assert.deepEqual(auditLog.edges[0].node, { actor: 'user-1', action: 'text.revealed', target: 'ciphertexts:3', purpose: 'complaint.4711' });
  assert.deepEqual(auditLog.edges[1].node, { actor: 'user-1', action: 'text.encrypted', target: 'ciphertexts:3', purpose: null });
});

test('a ciphertext that was changed, moved to another type, or is of another tenant reveals nothing', async () => {
  const { hide, ask } = told();
  const { text } = await hide('ENCRYPT');
  const refused = async (wrong: string, asks = ask) => (await asks(REVEAL, { text: wrong, purpose: 'test' })).errors[0]?.extensions['argument'];
  assert.equal(await refused(text.replace('<PERSON:enc:', '<LOCATION:enc:')), 'text');
  assert.equal(await refused(text.replace(/enc:(.)/, (_: string, first: string) => `enc:${first === 'A' ? 'B' : 'A'}`)), 'text');
  assert.equal(await refused('<PERSON:enc:AAAA>'), 'text');
  assert.equal(await refused(text, told().ask), 'text');
  assert.equal((await ask(REVEAL, { text, purpose: 'because Ann asked' })).errors[0]?.extensions['argument'], 'purpose');
});

test('a hash and a stand-in are the same each time, in one tenant, and cannot be undone', async () => {
  const { hide, reveal } = told();
  const hashed = await hide('HASH');
  const [, one, two] = /mail (<EMAIL_ADDRESS:[0-9a-f]{32}>), or (<EMAIL_ADDRESS:[0-9a-f]{32}>)/.exec(hashed.text)!;
  assert.equal(one, two);
  assert.equal(hashed.reversible, false);
  assert.equal(await reveal(hashed.text), hashed.text);
  assert.notEqual((await told().hide('HASH')).text, hashed.text);
  const named = await hide('PSEUDONYMIZE', 'ann@example.com or ANN@example.com');
  const [, left, right] = /^(<EMAIL_ADDRESS_[0-9A-Z]{10}>) or (<EMAIL_ADDRESS_[0-9A-Z]{10}>)$/.exec(named.text)!;
  assert.equal(left, right);
});

test('a text is reversible only when nothing was lost', async () => {
  const { hide } = told();
  assert.equal((await hide('ENCRYPT', LETTER, [{ entity: 'PERSON', operator: 'KEEP' }])).reversible, true);
  assert.equal((await hide('ENCRYPT', LETTER, [{ entity: 'PERSON', operator: 'REDACT' }])).reversible, false);
  assert.equal((await hide('ENCRYPT', 'Nothing personal here.')).reversible, false);
});

test('revealing needs its own scope', async () => {
  const { errors } = await story(undefined, ['privacy:write', 'privacy:admin']).ask(REVEAL, { text: 'a', purpose: 'test' });
  assert.equal(errors[0]?.code, 'FORBIDDEN');
});
