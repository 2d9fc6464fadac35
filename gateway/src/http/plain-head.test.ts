import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlainHead } from './plain-head.ts';

const plain = ['POST /graphql HTTP/1.1', 'Host: a', 'content-type: application/json', 'content-length: 12'];
const read = (...lines: string[]) => readPlainHead(lines.map((line) => `${line}\r\n`).join(''));

test('the plainest form is read, names in any case, spaces around values left out', () => {
  assert.deepEqual(read(...plain), { length: 12, authorization: undefined, traceparent: undefined, origin: undefined });
  const more = [
    'AUTHORIZATION: \t Bearer x ',
    'Cookie: a=\xe9',
    'x-empty:',
    'Connection: Keep-Alive',
    'accept: */*',
    'origin: https://b',
    'traceparent: t',
  ];
  assert.deepEqual(read(...plain, ...more), { length: 12, authorization: 'Bearer x', traceparent: 't', origin: 'https://b' });
});

test('everything else is left to the server', () => {
  const others: string[][] = [
    [plain[0]!.replace('POST', 'GET'), ...plain.slice(1)],
    [plain[0]!.replace('1.1', '1.0'), ...plain.slice(1)],
    [plain[0]!.replace('/graphql', '/graphql?a'), ...plain.slice(1)],
    [plain[0]!.replace(' HTTP', '  HTTP'), ...plain.slice(1)],
    ...[1, 2, 3].map((left) => plain.toSpliced(left, 1)),
    ...[1, 2, 3].map((twice) => [...plain, plain[twice]!]),
    ...[
      'transfer-encoding: chunked',
      'content-encoding: gzip',
      'expect: 100-continue',
      'upgrade: websocket',
      'connection: close',
      'accept: text/html',
    ].map((line) => [...plain, line]),
    ...['host : b', ' folded', '\tfolded', 'no colon', ': no name', 'bad name: x', 'x: a\nb: c', 'x: a\rb', 'x: \0', 'x: \x7f'].map((line) => [
      ...plain,
      line,
    ]),
    ...['-1', '+1', '1 2', '0x1', '1.0', '', '1,1'].map((length) => [...plain.slice(0, 3), `content-length: ${length}`]),
    [...plain.slice(0, 2), 'content-type: text/plain', plain[3]!],
    [...plain, `x: ${'x'.repeat(9_000)}`],
  ];
  for (const lines of others) assert.equal(read(...lines), undefined, JSON.stringify(lines));
});
