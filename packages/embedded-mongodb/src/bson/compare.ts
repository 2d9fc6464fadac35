import type { ObjectId } from 'bson';
import { bsonType } from './codec.ts';
import { binaryParts, encodeKey, objectEntries, TAG, typeTag } from './keys.ts';

const sign = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** Strings order by UTF-8 bytes; JavaScript's own order differs for characters beyond the basic plane. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x = x >= 0xe000 ? x - 0x800 : x + 0x2000;
      y = y >= 0xe000 ? y - 0x800 : y + 0x2000;
    }
    return x - y;
  }
  return a.length - b.length;
}

function compareDoubles(a: number, b: number): number {
  if (a === b) return 0;
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  return Number.isNaN(b) ? 1 : sign(a, b);
}

const small = (value: unknown): number | undefined => {
  if (typeof value === 'number') return value;
  const kind = bsonType(value);
  return kind === 'Int32' || kind === 'Double' ? (value as { value: number }).value : undefined;
};

function compareNumbers(a: unknown, b: unknown): number {
  const x = small(a);
  const y = small(b);
  return x !== undefined && y !== undefined ? compareDoubles(x, y) : Buffer.compare(encodeKey([a]), encodeKey([b]));
}

function compareObjects(a: object, b: object): number {
  const xs = objectEntries(a);
  const ys = objectEntries(b);
  for (let i = 0; i < xs.length && i < ys.length; i++) {
    const [xName, x] = xs[i]!;
    const [yName, y] = ys[i]!;
    const order = sign(typeTag(x), typeTag(y)) || compareStrings(xName, yName) || compareValues(x, y);
    if (order) return order;
  }
  return xs.length - ys.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareValues(a[i], b[i]);
    if (order) return order;
  }
  return a.length - b.length;
}

/** BSON's order over all types: negative, zero or positive. Exact or plain values, mixed as one likes; undefined counts as null. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const tag = typeTag(a);
  const types = sign(tag, typeTag(b));
  if (types) return types;
  switch (tag) {
    case TAG.number:
      return compareNumbers(a, b);
    case TAG.string:
      return compareStrings(String(a), String(b));
    case TAG.date:
      return sign((a as Date).getTime(), (b as Date).getTime());
    case TAG.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case TAG.boolean:
      return sign(Number(a), Number(b));
    case TAG.object:
      return compareObjects(a as object, b as object);
    case TAG.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case TAG.binary: {
      const x = binaryParts(a);
      const y = binaryParts(b);
      return sign(x.length, y.length) || sign(x.subtype, y.subtype) || Buffer.compare(x.buffer, y.buffer);
    }
    case TAG.null:
    case TAG.min:
    case TAG.max:
    case TAG.empty:
      return 0;
    default:
      return Buffer.compare(encodeKey([a]), encodeKey([b]));
  }
}

export const equalValues = (a: unknown, b: unknown): boolean => compareValues(a, b) === 0;

/** A text that two values share exactly when they are equal: the key of a Map. */
export const identity = (value: unknown): string => encodeKey([value]).toString('latin1');
