import { asInteger, asNumber, isDocument, toPlain, type Doc } from '../bson/codec.ts';
import { compareValues, equalValues } from '../bson/compare.ts';
import { badValue } from '../errors.ts';
import { isOperatorDocument } from '../query/filter.ts';
import { compileFilter, compileOperators } from '../query/match.ts';
import { isRegex } from '../query/regex.ts';
import { parseSort, sortItems } from '../query/sort.ts';

const isEachDocument = (operand: unknown): operand is Doc => isDocument(operand) && '$each' in operand;

function each(operator: string, operand: Doc, allowed: string[]): unknown[] {
  const unknown = Object.keys(operand).find((key) => !allowed.includes(key));
  if (unknown) throw badValue(`Unrecognized clause in ${operator}: ${unknown}`);
  if (!Array.isArray(operand['$each'])) throw badValue(`The argument to $each in ${operator} must be an array`);
  return operand['$each'];
}

function requireArray(current: unknown, operator: string, path: string): unknown[] {
  if (current === undefined) return [];
  if (!Array.isArray(current))
    throw badValue(`The field '${path}' must be an array but is of type ${current === null ? 'null' : typeof current} (${operator})`);
  return [...current];
}

function sorted(items: unknown[], spec: unknown): unknown[] {
  const direction = asNumber(spec);
  if (direction !== undefined) return items.toSorted((a, b) => compareValues(a, b) * (direction < 0 ? -1 : 1));
  const fields = parseSort(spec);
  return sortItems(items, fields, (item) => (isDocument(item) ? item : {}));
}

/** `$push` with `$each`, `$position`, `$sort` and `$slice`, in MongoDB's order of them. */
export function push(current: unknown, operand: unknown, path: string): unknown[] {
  const array = requireArray(current, '$push', path);
  if (!isEachDocument(operand)) return [...array, operand];
  const added = each('$push', operand, ['$each', '$position', '$slice', '$sort']);
  const position = operand['$position'] === undefined ? array.length : asInteger(operand['$position'], '$position', 0);
  array.splice(position < 0 ? Math.max(0, array.length + position) : position, 0, ...added);
  const ordered = operand['$sort'] === undefined ? array : sorted(array, operand['$sort']);
  if (operand['$slice'] === undefined) return ordered;
  const count = asInteger(operand['$slice'], '$slice', 0);
  return count < 0 ? ordered.slice(count) : ordered.slice(0, count);
}

export function addToSet(current: unknown, operand: unknown, path: string): unknown[] {
  const array = requireArray(current, '$addToSet', path);
  const added = isEachDocument(operand) ? each('$addToSet', operand, ['$each']) : [operand];
  for (const item of added) if (!array.some((present) => equalValues(present, item))) array.push(item);
  return array;
}

export function pop(current: unknown, operand: unknown, path: string): unknown[] {
  const end = asNumber(operand);
  if (end !== 1 && end !== -1) throw badValue('$pop expects 1 or -1');
  const array = requireArray(current, '$pop', path);
  return end === 1 ? array.slice(0, -1) : array.slice(1);
}

/** `$pull`: by equality, by a filter on the fields of elements, or by operators on the elements themselves. */
export function pull(current: unknown, operand: unknown, path: string): unknown[] {
  const array = requireArray(current, '$pull', path);
  if (!isDocument(operand) && !isRegex(operand)) return array.filter((item) => !equalValues(item, operand));
  const condition = toPlain(operand);
  const matches = isRegex(condition)
    ? compileFilter({ v: condition }, {})
    : isOperatorDocument(condition)
      ? compileOperators([], condition, {})
      : compileFilter(condition as Doc, {});
  return array.filter((item) => {
    if (isRegex(condition)) return !matches({ v: item });
    return !(isOperatorDocument(condition) || isDocument(item) ? matches(item) : false);
  });
}

export function pullAll(current: unknown, operand: unknown, path: string): unknown[] {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  return requireArray(current, '$pullAll', path).filter((item) => !operand.some((gone) => equalValues(item, gone)));
}
