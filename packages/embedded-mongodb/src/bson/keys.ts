import type { Binary, Decimal128, Long, ObjectId, Timestamp } from 'bson';
import { notImplemented } from '../errors.ts';
import { bsonType } from './codec.ts';

/**
 * Values as bytes whose memcmp order is BSON's comparison order, so that SQLite's B-tree is a MongoDB index. Every encoding is
 * prefix-free: a compound key is the concatenation of its fields' encodings, and a descending field is the same bytes inverted.
 */
export const TAG = {
  min: 0x05,
  empty: 0x08,
  null: 0x0a,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  timestamp: 0x50,
  regex: 0x58,
  code: 0x60,
  max: 0xf0,
} as const;

/** The key of a field whose array holds nothing: sorts before null and equals no value. */
export const EMPTY: unique symbol = Symbol('empty array');

/** Where a value stands among the types; equal for all numbers. Undefined means a missing field, which counts as null. */
export function typeTag(value: unknown): number {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return TAG.number;
    case 'string':
      return TAG.string;
    case 'boolean':
      return TAG.boolean;
    case 'undefined':
      return TAG.null;
    case 'symbol':
      return TAG.empty;
  }
  if (value === null) return TAG.null;
  if (Array.isArray(value)) return TAG.array;
  if (value instanceof Date) return TAG.date;
  switch (bsonType(value)) {
    case undefined:
      return value instanceof RegExp ? TAG.regex : ArrayBuffer.isView(value) ? TAG.binary : TAG.object;
    case 'Int32':
    case 'Double':
    case 'Long':
    case 'Decimal128':
      return TAG.number;
    case 'ObjectId':
      return TAG.objectId;
    case 'Binary':
      return TAG.binary;
    case 'BSONSymbol':
      return TAG.string;
    case 'BSONRegExp':
      return TAG.regex;
    case 'Timestamp':
      return TAG.timestamp;
    case 'MinKey':
      return TAG.min;
    case 'MaxKey':
      return TAG.max;
    case 'DBRef':
      return TAG.object;
    case 'Code':
      return TAG.code;
    default:
      throw notImplemented(`the BSON type ${bsonType(value)}`);
  }
}

/** A byte string that grows. One writer is reused: encoding is not re-entrant. */
class KeyWriter {
  #bytes = Buffer.allocUnsafe(1024);
  length = 0;

  #room(count: number): Buffer {
    if (this.length + count > this.#bytes.length) {
      const larger = Buffer.allocUnsafe((this.length + count) * 2);
      this.#bytes.copy(larger, 0, 0, this.length);
      this.#bytes = larger;
    }
    return this.#bytes;
  }

  byte(value: number): void {
    this.#room(1)[this.length++] = value;
  }

  bytes(value: Uint8Array): void {
    this.#room(value.length).set(value, this.length);
    this.length += value.length;
  }

  double(value: number): void {
    const bytes = this.#room(8);
    bytes.writeDoubleBE(value === 0 ? 0 : value, this.length);
    if (bytes[this.length]! & 0x80) for (let i = 0; i < 8; i++) bytes[this.length + i]! ^= 0xff;
    else bytes[this.length]! |= 0x80;
    this.length += 8;
  }

  /** Text ends with 00 00; a zero inside is written 00 ff, which sorts after the end. */
  text(value: string): void {
    const most = value.length * 3;
    const bytes = this.#room(most + 2);
    const written = bytes.write(value, this.length, 'utf8');
    const slice = bytes.subarray(this.length, this.length + written);
    if (slice.includes(0)) {
      const copy = Buffer.from(slice);
      for (const byte of copy) {
        this.byte(byte);
        if (byte === 0) this.byte(0xff);
      }
    } else this.length += written;
    this.byte(0);
    this.byte(0);
  }

  invertFrom(start: number): void {
    for (let i = start; i < this.length; i++) this.#bytes[i]! ^= 0xff;
  }

  take(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.length));
  }
}

/** [digits as an integer, power of ten] of a finite decimal text. */
function parseDecimal(text: string): [bigint, number] {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^(-?)(\d*)\.?(\d*)(?:E([+-]?\d+))?$/i.exec(text)!;
  const digits = BigInt(whole + fraction || '0');
  return [sign ? -digits : digits, Number(exponent) - fraction.length];
}

/** The double as integer times a power of two. */
function parseDouble(value: number): [bigint, number] {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10000000000000n;
  return [value < 0 ? -mantissa : mantissa, (exponent || 1) - 1075];
}

function compareExactly([digits, ten]: [bigint, number], double: number): number {
  let [mantissa, two] = parseDouble(double);
  if (ten > 0) digits *= 10n ** BigInt(ten);
  else mantissa *= 10n ** BigInt(-ten);
  if (two > 0) mantissa <<= BigInt(two);
  else digits <<= BigInt(-two);
  return digits < mantissa ? -1 : digits > mantissa ? 1 : 0;
}

/** Longs and decimals carry their nearest double first, then, when that is not the exact value, the side and all digits. */
function writeNumber(out: KeyWriter, value: unknown): void {
  if (typeof value === 'number') return writeExactDouble(out, value);
  const kind = bsonType(value);
  if (kind === 'Int32' || kind === 'Double') return writeExactDouble(out, (value as { value: number }).value);
  const text = typeof value === 'bigint' ? String(value) : (value as Long | Decimal128).toString();
  if (/nan/i.test(text)) return writeExactDouble(out, NaN);
  if (/inf/i.test(text)) return writeExactDouble(out, text.startsWith('-') ? -Infinity : Infinity);
  const near = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(text)));
  const decimal = parseDecimal(text);
  const side = compareExactly(decimal, near);
  if (side === 0) return writeExactDouble(out, near);
  out.double(near);
  out.byte(0x80 + side);
  const start = out.length;
  const digits = String(decimal[0] < 0n ? -decimal[0] : decimal[0]);
  const lead = digits.length + decimal[1] + 10_000;
  out.byte(lead >> 8);
  out.byte(lead & 0xff);
  out.bytes(Buffer.from(digits.padEnd(40, '0').slice(0, 40)));
  if (decimal[0] < 0n) out.invertFrom(start);
}

function writeExactDouble(out: KeyWriter, value: number): void {
  if (Number.isNaN(value)) out.bytes(new Uint8Array(8)); // below every number, minus infinity included
  else out.double(value);
  out.byte(0x80);
}

function writeFields(out: KeyWriter, fields: Iterable<readonly [string, unknown]>): void {
  for (const [name, value] of fields) {
    out.byte(typeTag(value));
    out.text(name);
    writeBody(out, value);
  }
  out.byte(0);
}

function writeBody(out: KeyWriter, value: unknown): void {
  switch (typeTag(value)) {
    case TAG.number:
      return writeNumber(out, value);
    case TAG.string:
      return out.text(typeof value === 'string' ? value : String(value));
    case TAG.objectId:
      return out.bytes((value as ObjectId).id);
    case TAG.boolean:
      return out.byte(value ? 1 : 0);
    case TAG.date:
      return out.double((value as Date).getTime());
    case TAG.object:
      return writeFields(out, objectEntries(value as object));
    case TAG.array:
      return writeFields(
        out,
        (value as unknown[]).map((item) => ['', item] as const),
      );
    case TAG.binary: {
      const { buffer, length, subtype } = binaryParts(value);
      out.bytes(Buffer.from([length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff, subtype]));
      return out.bytes(buffer);
    }
    case TAG.timestamp: {
      const word = Buffer.alloc(8);
      word.writeBigUInt64BE((value as Timestamp).toBigInt() & 0xffffffffffffffffn);
      return out.bytes(word);
    }
    case TAG.regex: {
      const [pattern, flags] = regexParts(value);
      out.text(pattern);
      return out.text(flags);
    }
    case TAG.code:
      return out.text(String((value as { code: unknown }).code));
  }
}

/** Length sorts before content among binaries, as BSON has it. */
export function binaryParts(value: unknown): { buffer: Uint8Array; length: number; subtype: number } {
  if (ArrayBuffer.isView(value)) return { buffer: value as Uint8Array, length: value.byteLength, subtype: 0 };
  const binary = value as Binary;
  return { buffer: binary.buffer.subarray(0, binary.position), length: binary.position, subtype: binary.sub_type };
}

export function regexParts(value: unknown): [pattern: string, flags: string] {
  if (value instanceof RegExp) return [value.source, value.flags];
  const regex = value as { pattern: string; options: string };
  return [regex.pattern, regex.options];
}

/** Fields of an object in their order; a DBRef is the object it was read from. */
export function objectEntries(value: object): [string, unknown][] {
  if (bsonType(value) !== 'DBRef') return Object.entries(value);
  const ref = value as { collection: string; oid: unknown; db?: string; fields?: object };
  return [['$ref', ref.collection], ['$id', ref.oid], ...(ref.db ? [['$db', ref.db] as [string, unknown]] : []), ...Object.entries(ref.fields ?? {})];
}

const writer = new KeyWriter();

/**
 * The key of one or more values.
 * @param descending which fields are stored inverted; none by default
 */
export function encodeKey(values: readonly unknown[], descending: readonly boolean[] = []): Buffer {
  writer.length = 0;
  values.forEach((value, i) => {
    const start = writer.length;
    writer.byte(typeTag(value));
    writeBody(writer, value);
    if (descending[i]) writer.invertFrom(start);
  });
  return writer.take();
}

/** The least byte string above every one that starts with `bytes`; undefined when there is none. */
export function successor(bytes: Uint8Array): Buffer | undefined {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0xff) end--;
  if (end === 0) return undefined;
  const next = Buffer.from(bytes.subarray(0, end));
  next[end - 1]! += 1;
  return next;
}

export function invert(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}
