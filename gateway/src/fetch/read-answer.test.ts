import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAnswerReader } from './read-answer.ts';

const answer = (head: string, body = '') => Buffer.from(`HTTP/1.1 ${head.replaceAll('\n', '\r\n')}\r\n\r\n${body}`);
const text = '{"data":{"é":"€ and 😀"}}';
const length = Buffer.byteLength(text);
const chunked = (() => {
  const bytes = Buffer.from(text);
  const parts = [bytes.subarray(0, 11), bytes.subarray(11, 12), bytes.subarray(12)];
  const body = parts.map((part) => Buffer.concat([Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from('\r\n')]));
  return Buffer.concat([answer('200 OK\nTransfer-Encoding: chunked'), ...body, Buffer.from('0\r\nX-Trailer: 1\r\n\r\n')]);
})();

const wholes: Record<string, Buffer> = {
  'with a length': answer(`200 OK\nContent-Length: ${length}\nKeep-Alive: timeout=5`, text),
  'in chunks': chunked,
  'after a "100 Continue"': Buffer.concat([answer('100 Continue'), answer(`200 OK\ncontent-length:${length}`, text)]),
};

for (const [name, whole] of Object.entries(wholes)) {
  test(`an answer ${name} is the same wherever it is cut, and the connection goes on`, () => {
    for (let first = 1; first < whole.length; first++) {
      for (const second of [first, Math.floor((first + whole.length) / 2)]) {
        const reader = createAnswerReader();
        for (let again = 0; again < 2; again++) {
          const read = [whole.subarray(0, first), whole.subarray(first, second), whole.subarray(second)]
            .filter((piece) => piece.length > 0)
            .map((piece) => reader.take(piece));
          assert.deepEqual(
            read.slice(0, -1).filter((one) => one !== undefined),
            [],
            `cut at ${first}`,
          );
          const { idleMs, head: _, ...rest } = read.at(-1)!;
          assert.deepEqual(rest, { status: 200, text, ascii: false, reusable: true }, `cut at ${first} and ${second}`);
          assert.equal(idleMs, name === 'with a length' ? 5_000 : undefined);
        }
      }
    }
  });
}

test('an answer in bytes, one at a time', () => {
  for (const whole of Object.values(wholes)) {
    const reader = createAnswerReader();
    const read = [...whole].map((byte) => reader.take(Buffer.of(byte)));
    assert.equal(read.at(-1)?.text, text);
  }
});

test('without a length the end of the connection is the end; nothing else may end it', () => {
  const reader = createAnswerReader();
  assert.equal(reader.take(answer('200 OK', text)), undefined);
  assert.deepEqual(reader.end(), { status: 200, head: 'HTTP/1.1 200 OK', text, ascii: false, reusable: false, idleMs: undefined });
  const cut = createAnswerReader();
  cut.take(answer(`200 OK\ncontent-length: ${length + 1}`, text));
  assert.equal(cut.end(), undefined);
});

test('an answer says whether it is ASCII, however its length is told', () => {
  for (const [body, ascii] of [
    ['{"data":{}}', true],
    [text, false],
  ] as const) {
    const length = Buffer.byteLength(body);
    const reader = () => createAnswerReader();
    assert.equal(reader().take(answer(`200 OK\ncontent-length: ${length}`, body))?.ascii, ascii);
    assert.equal(reader().take(answer('200 OK\ntransfer-encoding: chunked', `${length.toString(16)}\r\n${body}\r\n0\r\n\r\n`))?.ascii, ascii);
  }
});

test('a connection is not used again when the service says so, or sent more than an answer', () => {
  const read = (head: string, body = text) => createAnswerReader().take(answer(head, body));
  assert.equal(read(`200 OK\nConnection: close\ncontent-length: ${length}`)?.reusable, false);
  assert.equal(read(`200 OK\ncontent-length: ${length}`, `${text}HTTP/1.1 200 OK`)?.reusable, false);
  assert.deepEqual(read('204 No Content', ''), {
    status: 204,
    head: 'HTTP/1.1 204 No Content',
    text: '',
    ascii: true,
    reusable: true,
    idleMs: undefined,
  });
});

test('what is not HTTP/1.1, or may be read in two ways, is refused', () => {
  const refuse = (data: Buffer, why: RegExp) => assert.throws(() => createAnswerReader().take(data), why);
  refuse(Buffer.from('SSH-2.0-OpenSSH\r\n\r\n'), /not HTTP/);
  refuse(answer(`200 OK\nTransfer-Encoding: chunked\nContent-Length: ${length}`, text), /transfer coding/);
  refuse(answer('200 OK\nTransfer-Encoding: gzip, chunked', text), /transfer coding/);
  refuse(answer('200 OK\nTransfer-Encoding: chunked', 'zz\r\n\r\n\r\n'), /without a length/);
  refuse(Buffer.from(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`), /too large/);
});
