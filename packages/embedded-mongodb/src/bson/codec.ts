import { BSON, Double, Long, ObjectId } from 'bson';
import { badValue, CommandError } from '../errors.ts';

/** A decoded document. */
export type Doc = Record<string, unknown>;
export type Bytes = Uint8Array;

/** MongoDB's limit for one document. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const trusted = { utf8: false } as never; // bytes that this server wrote or checked already

/** Every value in its BSON class (Int32, Double, Long ...), so that encoding it again gives the same bytes. */
export function decodeExact(bytes: Bytes, options: BSON.DeserializeOptions = {}): Doc {
  return BSON.deserialize(bytes, { promoteValues: false, promoteLongs: false, bsonRegExp: true, ...options });
}

/** Numbers as JavaScript numbers (a Long beyond 2^53 stays a Long): for filters, sorting and aggregation. */
export function decodePlain(bytes: Bytes): Doc {
  return BSON.deserialize(bytes, { promoteBuffers: false, bsonRegExp: true, validation: trusted });
}

export function encode(doc: Doc): Buffer {
  const bytes = BSON.serialize(doc, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export const isDocument = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !('_bsontype' in value) &&
  !ArrayBuffer.isView(value);

/** The `_bsontype` of a BSON class instance, or undefined. */
export const bsonType = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? (value as { _bsontype?: string })._bsontype : undefined;

/** Exact values to plain ones; the counterpart of `decodePlain` for values that came inside a command. */
export function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(toPlain);
  switch (bsonType(value)) {
    case undefined:
      break;
    case 'Int32':
    case 'Double':
      return (value as Double).value;
    case 'BSONSymbol':
      return (value as { value: string }).value;
    case 'Long': {
      const number = (value as Long).toNumber();
      return Number.isSafeInteger(number) ? number : value;
    }
    default:
      return value;
  }
  if (!isDocument(value)) return value;
  const out: Doc = {};
  for (const key of Object.keys(value)) setOwn(out, key, toPlain(value[key]));
  return out;
}

/** Assigns as data even when the name is `__proto__`. */
export function setOwn(target: Doc, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
  else target[key] = value;
}

/** A number of any BSON class (or plain) as a JavaScript number; undefined when it is none. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  switch (bsonType(value)) {
    case 'Int32':
    case 'Double':
      return (value as Double).value;
    case 'Long':
      return (value as Long).toNumber();
    case 'Decimal128':
      return Number(String(value));
    default:
      return undefined;
  }
}

/** A whole number option of a command. */
export function asInteger(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  const number = asNumber(value);
  if (number === undefined) throw new CommandError(14, `field '${name}' must be a number`);
  if (!Number.isInteger(number)) throw badValue(`field '${name}' must be a whole number`);
  return number;
}

/** The truth of a command's flag, which drivers send as boolean or number. */
export const asFlag = (value: unknown): boolean => value === true || (asNumber(value) ?? 0) !== 0;

const CSTRING_END = 0;

/** Where the value at `at` of BSON type `type` ends. */
function valueEnd(view: DataView, bytes: Bytes, type: number, at: number): number {
  switch (type) {
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return at + 8;
    case 0x02:
    case 0x0d:
    case 0x0e:
      return at + 4 + view.getInt32(at, true);
    case 0x03:
    case 0x04:
    case 0x0f:
      return at + view.getInt32(at, true);
    case 0x05:
      return at + 5 + view.getInt32(at, true);
    case 0x06:
    case 0x0a:
    case 0xff:
    case 0x7f:
      return at;
    case 0x07:
      return at + 12;
    case 0x08:
      return at + 1;
    case 0x0b:
      return bytes.indexOf(CSTRING_END, bytes.indexOf(CSTRING_END, at) + 1) + 1;
    case 0x0c:
      return at + 4 + view.getInt32(at, true) + 12;
    case 0x10:
      return at + 4;
    case 0x13:
      return at + 16;
    default:
      throw new CommandError(22, `unknown BSON type 0x${type.toString(16)}`);
  }
}

/** Puts `_id` first without decoding, as MongoDB stores it; a document without one gets a new ObjectId. */
export function withIdFirst(bytes: Bytes): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - 1;
  for (let at = 4; at < end;) {
    const start = at;
    const nameEnd = bytes.indexOf(CSTRING_END, at + 1);
    const stop = valueEnd(view, bytes, bytes[at]!, nameEnd + 1);
    if (nameEnd - at === 4 && bytes[at + 1] === 0x5f && bytes[at + 2] === 0x69 && bytes[at + 3] === 0x64) {
      if (start === 4) return bytes;
      return Buffer.concat([bytes.subarray(0, 4), bytes.subarray(start, stop), bytes.subarray(4, start), bytes.subarray(stop)]);
    }
    at = stop;
  }
  const id = encode({ _id: new ObjectId() });
  const whole = Buffer.concat([bytes.subarray(0, 4), id.subarray(4, -1), bytes.subarray(4)]);
  whole.writeInt32LE(whole.length, 0);
  return whole;
}
