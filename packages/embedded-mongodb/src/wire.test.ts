import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import mongoose from 'mongoose';
import { startEmbeddedMongodb, type EmbeddedMongodb } from './index.ts';
import { crc32c } from './wire/crc32c.ts';

const { serialize, deserialize } = mongoose.mongo.BSON;
type Doc = Record<string, unknown>;

let server: EmbeddedMongodb;
before(async () => {
  server = await startEmbeddedMongodb({ directory: undefined });
});
after(() => server[Symbol.asyncDispose]());

async function open(): Promise<Socket> {
  const socket = connect(server.port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

function frame(opCode: number, body: Buffer, requestId = 7): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, body]);
}

const word = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

function msg(command: Doc, { flags = 0, sequence }: { flags?: number; sequence?: [string, Doc[]] } = {}): Buffer {
  const parts = [word(flags), Buffer.from([0]), Buffer.from(serialize({ $db: 't', ...command, ...('$db' in command ? {} : {}) }))];
  // The command's name must come first.
  parts[2] = Buffer.from(serialize({ ...command, $db: 't' }));
  if (sequence) {
    const content = Buffer.concat([Buffer.from(`${sequence[0]}\0`), ...sequence[1].map((doc) => Buffer.from(serialize(doc)))]);
    parts.push(Buffer.from([1]), word(content.length + 4), content);
  }
  return frame(2013, Buffer.concat(parts));
}

/** The next `count` replies of a socket. */
async function replies(socket: Socket, count: number): Promise<Doc[]> {
  let held = Buffer.alloc(0);
  const found: Doc[] = [];
  for await (const piece of socket.iterator({ destroyOnReturn: false })) {
    held = Buffer.concat([held, piece as Buffer]);
    while (held.length >= 4 && held.length >= held.readInt32LE(0)) {
      const length = held.readInt32LE(0);
      found.push(deserialize(held.subarray(held.readInt32LE(12) === 1 ? 36 : 21, length)));
      held = held.subarray(length);
    }
    if (found.length >= count) return found;
  }
  throw new Error('the connection ended');
}

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.on('error', () => {});
    socket.once('close', () => resolve());
    socket.resume();
  });

test('a message in single bytes and several in one piece are both read', async () => {
  const socket = await open();
  const ping = msg({ ping: 1 });
  for (const byte of ping) socket.write(Buffer.from([byte]));
  assert.equal((await replies(socket, 1))[0]!['ok'], 1);
  socket.write(Buffer.concat([ping, ping, ping.subarray(0, 9)]));
  assert.equal((await replies(socket, 2)).length, 2);
  socket.write(ping.subarray(9));
  assert.equal((await replies(socket, 1))[0]!['ok'], 1);
  socket.destroy();
});

test('the first hello may come as OP_QUERY', async () => {
  const socket = await open();
  socket.write(
    frame(2004, Buffer.concat([word(0), Buffer.from('admin.$cmd\0'), word(0), word(-1), Buffer.from(serialize({ isMaster: 1, helloOk: true }))])),
  );
  const [hello] = await replies(socket, 1);
  assert.equal(hello!['ismaster'], true);
  assert.equal(hello!['maxBsonObjectSize'], 16777216);
  assert.ok((hello!['maxWireVersion'] as number) >= 21);
  assert.equal(hello!['logicalSessionTimeoutMinutes'], 30);
  socket.destroy();
});

test('documents may come as a sequence, with a checksum, and without wanting a reply', async () => {
  const socket = await open();
  socket.write(msg({ insert: 'seq' }, { sequence: ['documents', [{ _id: 1 }, { _id: 2 }]] }));
  assert.equal((await replies(socket, 1))[0]!['n'], 2);
  const checked = msg({ insert: 'seq', documents: [{ _id: 3 }] }, { flags: 1 });
  const whole = Buffer.concat([checked, word(0)]);
  whole.writeInt32LE(whole.length, 0);
  whole.writeUInt32LE(crc32c(whole.subarray(0, -4)), whole.length - 4);
  socket.write(whole);
  assert.equal((await replies(socket, 1))[0]!['n'], 1);
  socket.write(Buffer.concat([msg({ insert: 'seq', documents: [{ _id: 4 }] }, { flags: 2 }), msg({ count: 'seq' })]));
  assert.equal((await replies(socket, 1))[0]!['n'], 4);
  socket.destroy();
});

const size = (bytes: Buffer, length: number) => {
  bytes.writeInt32LE(length, 0);
  return bytes;
};
const broken: [title: string, bytes: () => Buffer][] = [
  ['a message above 48 MB', () => size(msg({ ping: 1 }), 48_000_001)],
  ['a length below the header', () => size(msg({ ping: 1 }), 3)],
  ['a negative length', () => size(msg({ ping: 1 }), -5)],
  ['an unknown operation', () => frame(9999, Buffer.alloc(8))],
  ['a compressed message', () => frame(2012, Buffer.alloc(16))],
  ['unknown required flags', () => msg({ ping: 1 }, { flags: 1 << 9 })],
  [
    'a wrong checksum',
    () => {
      const bytes = Buffer.concat([msg({ ping: 1 }, { flags: 1 }), word(1)]);
      return size(bytes, bytes.length);
    },
  ],
  [
    'a document longer than its message',
    () => {
      const bytes = msg({ ping: 1 });
      bytes.writeInt32LE(5000, 21);
      return bytes;
    },
  ],
  [
    'a sequence longer than its message',
    () => {
      const bytes = msg({ insert: 'x' }, { sequence: ['documents', [{}]] });
      bytes.writeInt32LE(9000, bytes.length - 19);
      return bytes;
    },
  ],
  [
    'an unknown section',
    () => {
      const bytes = msg({ ping: 1 });
      bytes[20] = 5;
      return bytes;
    },
  ],
  [
    'broken BSON',
    () => {
      const bytes = msg({ ping: 'text' });
      bytes[25] = 0x77;
      return bytes;
    },
  ],
  ['no section', () => frame(2013, Buffer.alloc(4))],
  ['noise', () => Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
];

for (const [title, bytes] of broken) {
  test(`${title} closes its connection and no other`, async () => {
    const [good, bad] = await Promise.all([open(), open()]);
    const end = closed(bad);
    bad.write(bytes());
    await end;
    good.write(msg({ ping: 1 }));
    assert.equal((await replies(good, 1))[0]!['ok'], 1);
    good.destroy();
  });
}
