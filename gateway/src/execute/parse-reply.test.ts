import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteWording, parseReply } from './parse-reply.ts';

test('what is known of the strings of a reply, and of all replies together', () => {
  const all = { unescaped: true, ascii: true };
  const known = [
    ['{"data":{"a":"plain"}}', true, { unescaped: true, ascii: true }],
    ['{"data":{"a":"plain"}}', undefined, { unescaped: true, ascii: false }],
    ['{"data":{"a":"caf\u00e9"}}', false, { unescaped: true, ascii: false }],
    ['{"data":{"a":"caf\\u00e9"}}', true, { unescaped: false, ascii: false }], // ASCII as it came, not as it goes
  ] as const;
  for (const [text, ascii, wording] of known) {
    const reply = parseReply(text, ascii);
    assert.deepEqual(reply.wording, wording, text);
    noteWording(all, reply);
    assert.ok(all.unescaped >= wording.unescaped && all.ascii === (wording.ascii && text === known[0][0]), text);
  }
  assert.deepEqual(all, { unescaped: false, ascii: false });
  noteWording(all, parseReply('{}', true));
  assert.deepEqual(all, { unescaped: false, ascii: false });
});

test('what is no JSON object is no reply', () => {
  for (const text of ['', '[]', 'null', '7', '{']) assert.throws(() => parseReply(text));
});
