import { bsonType, isDocument, type Doc } from '../bson/codec.ts';
import { notImplemented } from '../errors.ts';
import { compileRegex } from '../query/regex.ts';

/** BSON regular expressions as JavaScript ones, the only kind mingo reads. */
export function regexesForMingo(value: unknown): unknown {
  if (bsonType(value) === 'BSONRegExp') return compileRegex(value);
  if (Array.isArray(value)) return value.map(regexesForMingo);
  if (!isDocument(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, regexesForMingo(item)]));
}

/** Numbers that JavaScript cannot calculate with exactly. */
function holdsWideNumber(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  if (Array.isArray(value)) return value.some(holdsWideNumber);
  const kind = bsonType(value);
  if (kind !== undefined) return kind === 'Decimal128' || kind === 'Long';
  return Object.values(value).some(holdsWideNumber);
}

/** Refuses documents whose sums would come out wrong, rather than leaving such values out of them. */
export function refuseWideNumbers<T extends Doc>(doc: T): T {
  if (holdsWideNumber(doc)) throw notImplemented('arithmetic in a pipeline over documents with Decimal128 or 64-bit values beyond 2^53');
  return doc;
}

const ARITHMETIC =
  /"\$(sum|avg|add|subtract|multiply|divide|mod|pow|abs|ceil|floor|round|trunc|sqrt|exp|ln|log|log10|min|max|stdDevPop|stdDevSamp|bucketAuto|bucket|toInt|toDouble|toLong|toDecimal|toString|convert|isNumber|type|range|inc|percentile|median|setWindowFields|densify|fill)"/;

/** Whether a pipeline calculates with numbers or asks for their type. */
export function calculates(pipeline: unknown): boolean {
  return ARITHMETIC.test(JSON.stringify(pipeline, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
}
