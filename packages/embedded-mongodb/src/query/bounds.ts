import { asNumber, bsonType, isDocument, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { TAG, typeTag } from '../bson/keys.ts';
import { isOperatorDocument } from './filter.ts';
import { isRegex } from './regex.ts';

/** What a filter demands of one field, so far as an index can use it. */
export type Constraint = { kind: 'points'; values: unknown[] } | { kind: 'range'; tag: number; low?: unknown; high?: unknown } | { kind: 'exists' };

/** Conditions that all must hold: the filter's own and those under `$and`. */
export function conjuncts(filter: Doc): [path: string, condition: unknown][] {
  return Object.entries(filter).flatMap(([key, value]): [string, unknown][] =>
    key === '$and' && Array.isArray(value)
      ? value.flatMap((part) => (isDocument(part) ? conjuncts(part) : []))
      : key === '$and'
        ? []
        : [[key, value]],
  );
}

const RANGE_TAGS: number[] = [TAG.number, TAG.string, TAG.objectId, TAG.boolean, TAG.date, TAG.timestamp];

/** Arrays match by element or as a whole, and regular expressions match text: neither is one key. */
const isPoint = (value: unknown) =>
  !Array.isArray(value) && !isRegex(value) && bsonType(value) !== 'MinKey' && bsonType(value) !== 'MaxKey' && !Number.isNaN(asNumber(value));

function rangeOf(operator: string, operand: unknown): Constraint | undefined {
  const tag = typeTag(operand);
  if (!RANGE_TAGS.includes(tag) || Number.isNaN(asNumber(operand))) return undefined;
  return operator === '$gt' || operator === '$gte' ? { kind: 'range', tag, low: operand } : { kind: 'range', tag, high: operand };
}

/** The constraints of one condition, each alone a consequence of it. */
export function constraintsOf(condition: unknown): Constraint[] {
  if (!isOperatorDocument(condition)) return isPoint(condition) ? [{ kind: 'points', values: [condition] }] : [];
  const found: Constraint[] = [];
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$eq' && isPoint(operand)) found.push({ kind: 'points', values: [operand] });
    else if (operator === '$in' && Array.isArray(operand) && operand.every(isPoint)) found.push({ kind: 'points', values: operand });
    else if (operator === '$exists' && operand === true) found.push({ kind: 'exists' });
    else if (['$gt', '$gte', '$lt', '$lte'].includes(operator)) {
      const range = rangeOf(operator, operand);
      if (range) found.push(range);
    }
  }
  return found;
}

/** Whether a document that meets the constraint surely has the field. */
export const impliesPresence = (constraint: Constraint): boolean =>
  constraint.kind !== 'points' || constraint.values.every((value) => value !== null && value !== undefined);

/**
 * One constraint for an index field. Over an array each condition may be met by another element, so they must not be combined there.
 */
export function combine(constraints: Constraint[], multikey: boolean): Constraint | undefined {
  const points = constraints.filter((constraint) => constraint.kind === 'points').toSorted((a, b) => a.values.length - b.values.length)[0];
  if (points) return points;
  const ranges = constraints.filter((constraint) => constraint.kind === 'range');
  const first = ranges[0];
  if (!first || multikey) return first;
  const combined = { ...first };
  for (const range of ranges) {
    if (range.tag !== first.tag) continue;
    if (range.low !== undefined && (combined.low === undefined || compareValues(range.low, combined.low) > 0)) combined.low = range.low;
    if (range.high !== undefined && (combined.high === undefined || compareValues(range.high, combined.high) < 0)) combined.high = range.high;
  }
  return combined;
}
