import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readRows } from '../src/ingest/read-rows.ts';
import { toInput } from '../src/ingest/to-input.ts';

let root: string;
before(async () => (root = await mkdtemp(join(tmpdir(), 'customerai-rows-'))));
after(() => rm(root, { recursive: true, force: true }));

async function read(name: string, content: string | Buffer) {
  const file = join(root, name);
  await writeFile(file, content);
  return Array.fromAsync(readRows(file));
}
const jsonl = '{"text":"one"}\n\nnot json\n["text"]\n{"text":"two, é, \u2028 three"}';

test('JSONL: good lines with their numbers, bad ones with why', async () => {
  assert.deepEqual(await read('a.jsonl', jsonl), [
    { line: 1, fields: { text: 'one' } },
    { line: 3, error: 'the line is not valid JSON' },
    { line: 4, error: 'the line is JSON but not an object like {"text": "..."}' },
    { line: 5, fields: { text: 'two, é, \u2028 three' } },
  ]);
});

test('gzip is read as it is', async () => {
  assert.deepEqual(await read('a.jsonl.gz', gzipSync(jsonl)), await read('b.jsonl', jsonl));
});

test('a line that is not UTF-8 is reported, its neighbours are read', async () => {
  const rows = await read('latin.jsonl', Buffer.from('{"text":"caf\xe9"}\n{"text":"ok"}\n', 'latin1'));
  assert.deepEqual(rows, [
    { line: 1, error: 'the line is not valid UTF-8; save the file as UTF-8' },
    { line: 2, fields: { text: 'ok' } },
  ]);
});

test('CSV: quoted commas and newlines, ragged rows reported and passed over', async () => {
  const rows = await read('a.csv', '\ufefftext,channel\n"a, b",EMAIL\nragged,EMAIL,more\n"two\nlines",\nlast,CHAT\n');
  assert.deepEqual(
    rows.map((row) => ('fields' in row ? row.fields : 'error')),
    [{ text: 'a, b', channel: 'EMAIL' }, 'error', { text: 'two\nlines' }, { text: 'last', channel: 'CHAT' }],
  );
});

test('a CSV without a text column is refused whole, with the columns it has', async () => {
  await assert.rejects(read('b.csv', 'message,channel\nhello,EMAIL\n'), /no column "text".*message, channel/s);
});

test('an unknown kind of file, a missing one and a damaged gzip say what is wrong', async () => {
  await assert.rejects(read('a.xlsx', ''), /must end in \.jsonl, \.ndjson or \.csv/);
  await assert.rejects(Array.fromAsync(readRows(join(root, 'none.csv'))), /none\.csv cannot be read \(ENOENT\)/);
  await assert.rejects(read('broken.jsonl.gz', gzipSync('x'.repeat(10_000)).subarray(0, 20)), /not whole gzip data/);
});

const row = { line: 7, fileId: 'f', channel: 'TICKET' };
const inputs: [what: string, fields: Record<string, unknown>, expected: object][] = [
  ['only text: own customer, id from file and line', { text: 'hi' }, { text: 'hi', customerId: 'f-7', externalId: 'f-7', channel: 'TICKET' }],
  [
    'everything given',
    { text: 'hi', customerId: 5, channel: 'email', externalId: 'x', receivedAt: '2026-01-02' },
    { text: 'hi', customerId: '5', channel: 'EMAIL', externalId: 'x', receivedAt: '2026-01-02T00:00:00.000Z' },
  ],
  ['no text', { body: 'hi' }, { error: 'there is no "text"' }],
  ['text that is a number', { text: 5 }, { error: '"text" is not a string' }],
  [
    'unknown channel',
    { text: 'hi', channel: 'fax' },
    { error: 'channel "FAX" is unknown; use one of EMAIL, CHAT, PHONE, SOCIAL, REVIEW, SURVEY, TICKET' },
  ],
  ['a time that is none', { text: 'hi', receivedAt: 'soon' }, { error: 'receivedAt "soon" is not a time; write it like 2026-03-02T09:00:00Z' }],
];
for (const [what, fields, expected] of inputs) test(`a row with ${what}`, () => assert.deepEqual(toInput(fields, row), expected));
