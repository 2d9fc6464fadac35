import { asNumber, bsonType, isDocument } from '../bson/codec.ts';
import { TAG, typeTag } from '../bson/keys.ts';
import { badValue } from '../errors.ts';

const ALIASES: Record<string, number> = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
};

/** The BSON type number of an exactly decoded value. */
export function typeNumber(value: unknown): number {
  switch (bsonType(value)) {
    case 'Double':
      return 1;
    case 'Int32':
      return 16;
    case 'Long':
      return 18;
    case 'Decimal128':
      return 19;
    case 'BSONSymbol':
      return 14;
    case 'Code':
      return (value as { scope?: unknown }).scope ? 15 : 13;
    case 'MinKey':
      return -1;
    case 'MaxKey':
      return 127;
    case 'DBRef':
      return 3;
  }
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 16 : 1;
  if (isDocument(value)) return 3;
  switch (typeTag(value)) {
    case TAG.string:
      return 2;
    case TAG.array:
      return 4;
    case TAG.binary:
      return 5;
    case TAG.objectId:
      return 7;
    case TAG.boolean:
      return 8;
    case TAG.date:
      return 9;
    case TAG.null:
      return 10;
    case TAG.regex:
      return 11;
    case TAG.timestamp:
      return 17;
    default:
      return 0;
  }
}

/** The test of a `$type` operand: one alias or number, or a list of them. */
export function typeTest(operand: unknown): { test: (value: unknown) => boolean; isArray: boolean } {
  const wanted = new Set<number>();
  for (const item of Array.isArray(operand) ? operand : [operand]) {
    if (item === 'number') for (const number of [1, 16, 18, 19]) wanted.add(number);
    else {
      const number = typeof item === 'string' ? ALIASES[item] : asNumber(item);
      if (number === undefined || !Object.values(ALIASES).includes(number)) throw badValue(`Unknown type name alias: ${String(item)}`);
      wanted.add(number);
    }
  }
  return { test: (value) => wanted.has(typeNumber(value)), isArray: wanted.has(4) };
}
