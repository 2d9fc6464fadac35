import { Long } from 'bson';
import { encode, type Bytes } from '../bson/codec.ts';

function element(type: number, name: string, value: Bytes): Buffer[] {
  return [Buffer.from([type]), Buffer.from(`${name}\0`), value as Buffer];
}

function wrap(parts: Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.allocUnsafe(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.alloc(1)], length);
}

/** `{cursor: {firstBatch: [...], id, ns}, ok: 1}` around documents that are bytes already, so that they are not decoded to be sent. */
export function encodeCursorReply(batchName: 'firstBatch' | 'nextBatch', documents: Bytes[], id: bigint, namespace: string): Buffer {
  const batch = wrap(documents.flatMap((document, i) => element(0x03, String(i), document)));
  const rest = encode({ id: Long.fromBigInt(id), ns: namespace });
  const cursor = wrap([...element(0x04, batchName, batch), rest.subarray(4, -1)]);
  const ok = encode({ ok: 1.0 });
  return wrap([...element(0x03, 'cursor', cursor), ok.subarray(4, -1)]);
}
