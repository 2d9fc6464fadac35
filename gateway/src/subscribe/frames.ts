import type { Message } from './message.ts';

const SHARED_ID_LENGTH = 8; // ids that several clients may well have in common: counted ones, not UUIDs

/** A WebSocket text frame (RFC 6455, server to client: unmasked, whole) with the `next` message of one operation. */
export function nextFrame(id: string, message: Message): Buffer {
  if (id.length > SHARED_ID_LENGTH) return buildFrame(id, message.payload);
  const frames = (message.frames ??= new Map());
  let frame = frames.get(id);
  if (!frame) frames.set(id, (frame = buildFrame(id, message.payload)));
  return frame;
}

/** The payload is bytes already: what is left to do for each client is a copy. */
function buildFrame(id: string, payload: Buffer): Buffer {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const headBytes = Buffer.byteLength(head);
  const length = headBytes + payload.length + 1;
  const lengthBytes = length < 126 ? 0 : length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + lengthBytes + length);
  frame[0] = 0x81; // final, text
  if (lengthBytes === 0) frame[1] = length;
  else if (lengthBytes === 2) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  const start = 2 + lengthBytes;
  frame.write(head, start);
  payload.copy(frame, start + headBytes);
  frame[frame.length - 1] = 0x7d; // }
  return frame;
}
