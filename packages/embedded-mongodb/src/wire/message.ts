import { BSON, type Document } from 'bson';
import { decodeExact, type Bytes, type Doc } from '../bson/codec.ts';
import { ProtocolError } from '../errors.ts';
import { crc32c } from './crc32c.ts';

export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REQUIRED_BITS = 0xffff;

/** A command as it came in. */
export interface Request {
  requestId: number;
  command: Doc;
  /** Sent as OP_QUERY, as drivers do for their first hello: the reply is an OP_REPLY. */
  legacy: boolean;
  /** False when the client asked for no reply (w: 0). */
  wantsReply: boolean;
}

/** Where documents are needed as they came, they are left as bytes. */
const RAW_FIELDS: Record<string, string> = { insert: 'documents' };

function commandName(body: Bytes): string {
  const end = body.indexOf(0, 5);
  return Buffer.from(body.buffer, body.byteOffset + 5, Math.max(0, end - 5)).toString('utf8');
}

function decodeBody(body: Bytes): Doc {
  const raw = RAW_FIELDS[commandName(body)];
  try {
    return decodeExact(body, raw ? { fieldsAsRaw: { [raw]: true } as Document } : {});
  } catch (error) {
    throw new ProtocolError(`unreadable BSON: ${(error as Error).message}`, { cause: error });
  }
}

/** A document's declared length, checked against the room that is left. */
function documentAt(bytes: Buffer, at: number, end: number): Buffer {
  const length = at + 5 <= end ? bytes.readInt32LE(at) : -1;
  if (length < 5 || at + length > end || bytes[at + length - 1] !== 0) throw new ProtocolError('a document does not fit its message');
  return bytes.subarray(at, at + length);
}

/** Kind 1: documents of one field of the command, one after the other. */
function readSequence(bytes: Buffer, start: number, messageEnd: number, command: Doc, sequences: Map<string, Buffer[]>): number {
  const end = start + (start + 4 <= messageEnd ? bytes.readInt32LE(start) : -1);
  const nameEnd = bytes.indexOf(0, start + 4);
  if (end <= start + 4 || end > messageEnd || nameEnd < 0 || nameEnd >= end) throw new ProtocolError('a document sequence does not fit its message');
  const name = bytes.toString('utf8', start + 4, nameEnd);
  if (sequences.has(name) || name in command) throw new ProtocolError(`the field ${name} comes twice`);
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < end;) {
    const document = documentAt(bytes, at, end);
    documents.push(document);
    at += document.length;
  }
  sequences.set(name, documents);
  return end;
}

function readMsg(bytes: Buffer, requestId: number): Request {
  if (bytes.length < HEADER_BYTES + 10) throw new ProtocolError('an OP_MSG without a body');
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) throw new ProtocolError(`unknown OP_MSG flags 0x${flags.toString(16)}`);
  let end = bytes.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) throw new ProtocolError('the checksum does not fit the message');
  }
  let body: Buffer | undefined;
  const sequences = new Map<string, Buffer[]>();
  for (let at = HEADER_BYTES + 4; at < end;) {
    const kind = bytes[at++];
    if (kind === 0 && !body) {
      body = documentAt(bytes, at, end);
      at += body.length;
    } else if (kind === 1) at = readSequence(bytes, at, end, {}, sequences);
    else throw new ProtocolError(`unexpected section of kind ${kind}`);
  }
  if (!body) throw new ProtocolError('an OP_MSG without a body');
  const command = decodeBody(body);
  const [name] = Object.keys(command);
  for (const [field, documents] of sequences) {
    if (field in command) throw new ProtocolError(`the field ${field} comes twice`);
    command[field] = RAW_FIELDS[name ?? ''] === field ? documents : documents.map((document) => decodeBody(document));
  }
  return { requestId, command, legacy: false, wantsReply: (flags & MORE_TO_COME) === 0 };
}

function readQuery(bytes: Buffer, requestId: number): Request {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  if (nameEnd < 0 || nameEnd + 9 > bytes.length) throw new ProtocolError('a truncated OP_QUERY');
  const namespace = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is only read for the first hello');
  const command = decodeBody(documentAt(bytes, nameEnd + 9, bytes.length));
  return { requestId, command: { ...command, $db: namespace.slice(0, -5) }, legacy: true, wantsReply: true };
}

/** Reads one whole message. */
export function readMessage(bytes: Buffer): Request {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) return readMsg(bytes, requestId);
  if (opCode === OP_QUERY) return readQuery(bytes, requestId);
  throw new ProtocolError(`operation ${opCode} is not read by this server`);
}

let lastResponseId = 0;

/** A reply message around an encoded document. */
export function writeReply(request: Pick<Request, 'requestId' | 'legacy'>, body: Bytes): Buffer {
  const prefix = request.legacy ? 20 : 5;
  const message = Buffer.allocUnsafe(HEADER_BYTES + prefix + body.length);
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE((lastResponseId = (lastResponseId + 1) | 0), 4);
  message.writeInt32LE(request.requestId, 8);
  message.writeInt32LE(request.legacy ? OP_REPLY : OP_MSG, 12);
  message.fill(0, HEADER_BYTES, HEADER_BYTES + prefix);
  if (request.legacy) {
    message.writeInt32LE(8, HEADER_BYTES); // await capable, as every server says
    message.writeInt32LE(1, HEADER_BYTES + 16); // one document
  }
  message.set(body, HEADER_BYTES + prefix);
  return message;
}

export const serializeReply = (doc: Doc): Bytes => BSON.serialize(doc, { ignoreUndefined: true });
