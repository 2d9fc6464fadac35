import { asNumber, bsonType, isDocument, type Doc } from '../bson/codec.ts';
import { compareValues, equalValues, identity } from '../bson/compare.ts';
import { TAG, typeTag } from '../bson/keys.ts';
import { badValue, notImplemented } from '../errors.ts';
import { bitsOperator } from './bits.ts';
import { isOperatorDocument, type MatchContext, type Matcher, type Nested } from './filter.ts';
import { someValue } from './paths.ts';
import { compileRegex, isRegex } from './regex.ts';
import { typeTest } from './types.ts';

type ValueTest = (value: unknown) => boolean;

const reaches =
  (path: readonly string[], test: ValueTest): Matcher =>
  (doc) =>
    someValue(doc, path, true, test);
const reachesWhole =
  (path: readonly string[], test: ValueTest): Matcher =>
  (doc) =>
    someValue(doc, path, false, test);
const not =
  (matcher: Matcher): Matcher =>
  (doc) =>
    !matcher(doc);

function equalTo(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return (value) => value === undefined || value === null;
  if (typeof operand === 'string') return (value) => value === operand || (typeof value === 'object' && equalValues(value, operand));
  return (value) => value !== undefined && equalValues(value, operand);
}

/** Comparison holds within one type only: `{$gt: 5}` never matches a string. MinKey and MaxKey compare with all. */
function ordered(operand: unknown, wanted: (order: number) => boolean): ValueTest {
  const tag = typeTag(operand);
  if (isRegex(operand)) throw badValue("Can't have RegEx as arg to predicate over field.");
  if (tag === TAG.min || tag === TAG.max) return (value) => value !== undefined && wanted(compareValues(value, operand));
  if (tag === TAG.null) return (value) => (value === undefined || value === null) && wanted(0);
  const nan = Number.isNaN(asNumber(operand));
  return (value) => {
    if (value === undefined || typeTag(value) !== tag) return false;
    if (tag === TAG.number && nan !== Number.isNaN(asNumber(value))) return false;
    return wanted(compareValues(value, operand));
  };
}

function listOf(name: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) throw badValue(`${name} needs an array`);
  return operand;
}

/** Long lists are looked up by key instead of walked. */
function amongst(operand: unknown): ValueTest {
  const list = listOf('$in', operand);
  const regexes = list.filter(isRegex).map((item) => compileRegex(item));
  if (list.some(isOperatorDocument)) throw badValue('cannot nest $ under $in');
  const plain = list.filter((item) => !isRegex(item));
  const keys = new Set(plain.map((item) => identity(item ?? null)));
  const tests = plain.map(equalTo);
  const matchesRegex = (value: unknown) => typeof value === 'string' && regexes.some((regex) => regex.test(value));
  return plain.length > 8
    ? (value) => keys.has(identity(value ?? null)) || matchesRegex(value)
    : (value) => tests.some((test) => test(value)) || matchesRegex(value);
}

function elemMatch(path: readonly string[], operand: unknown, context: MatchContext, nested: Nested): Matcher {
  if (!isDocument(operand)) throw badValue('$elemMatch needs an Object');
  const first = Object.keys(operand)[0];
  const onValues = isOperatorDocument(operand) && !['$and', '$or', '$nor', '$expr'].includes(first!);
  const test = onValues ? nested.operators([], operand, context) : nested.filter(operand, context);
  const fits = onValues ? test : (item: unknown) => (isDocument(item) || Array.isArray(item)) && test(item);
  return reachesWhole(path, (value) => Array.isArray(value) && value.some((item) => fits(item)));
}

function all(path: readonly string[], operand: unknown, context: MatchContext, nested: Nested): Matcher {
  const parts = listOf('$all', operand).map((item) =>
    isDocument(item) && '$elemMatch' in item
      ? elemMatch(path, item['$elemMatch'], context, nested)
      : isRegex(item)
        ? regex(path, item, undefined)
        : reaches(path, equalTo(item)),
  );
  return (doc) => parts.length > 0 && parts.every((part) => part(doc));
}

function regex(path: readonly string[], pattern: unknown, options: unknown): Matcher {
  const compiled = compileRegex(pattern, options);
  return reaches(path, (value) => (typeof value === 'string' ? compiled.test(value) : isRegex(value) && equalValues(value, pattern)));
}

function mod(operand: unknown): ValueTest {
  const [divisor, remainder] = listOf('$mod', operand).map((item) => Math.trunc(asNumber(item) ?? NaN));
  if (!divisor || remainder === undefined || Number.isNaN(remainder)) throw badValue('malformed mod, needs a divisor other than 0 and a remainder');
  return (value) => {
    const number = asNumber(value);
    return number !== undefined && Number.isFinite(number) && Math.trunc(number) % divisor === remainder;
  };
}

function size(operand: unknown): ValueTest {
  const wanted = asNumber(operand);
  if (wanted === undefined || !Number.isInteger(wanted) || wanted < 0) throw badValue('Failed to parse $size. Expected a non-negative whole number');
  return (value) => Array.isArray(value) && value.length === wanted;
}

function negated(path: readonly string[], operand: unknown, context: MatchContext, nested: Nested): Matcher {
  if (isRegex(operand)) return not(regex(path, operand, undefined));
  if (!isDocument(operand) || Object.keys(operand).length === 0) throw badValue('$not needs a regex or a document');
  return not(nested.operators(path, operand, context));
}

const REFUSED = [
  '$near',
  '$nearSphere',
  '$geoWithin',
  '$geoIntersects',
  '$within',
  '$maxDistance',
  '$minDistance',
  '$geometry',
  '$box',
  '$center',
  '$uniqueDocs',
];

/** One `{$op: operand}` on a field. `siblings` is the whole document, for `$regex` and its `$options`. */
export function compileOperator(
  path: readonly string[],
  name: string,
  operand: unknown,
  siblings: Doc,
  context: MatchContext,
  nested: Nested,
): Matcher {
  switch (name) {
    case '$eq':
      return reaches(path, equalTo(operand));
    case '$ne':
      if (isRegex(operand)) throw badValue("Can't have regex as arg to $ne.");
      return not(reaches(path, equalTo(operand)));
    case '$gt':
      return reaches(
        path,
        ordered(operand, (order) => order > 0),
      );
    case '$gte':
      return reaches(
        path,
        ordered(operand, (order) => order >= 0),
      );
    case '$lt':
      return reaches(
        path,
        ordered(operand, (order) => order < 0),
      );
    case '$lte':
      return reaches(
        path,
        ordered(operand, (order) => order <= 0),
      );
    case '$in':
      return reaches(path, amongst(operand));
    case '$nin':
      return not(reaches(path, amongst(operand)));
    case '$exists': {
      const wanted = operand === true || (operand !== false && operand !== null && operand !== undefined && asNumber(operand) !== 0);
      const exists = reachesWhole(path, (value) => value !== undefined);
      return wanted ? exists : not(exists);
    }
    case '$type': {
      context.needsExact = true;
      const { test, isArray } = typeTest(operand);
      const whole = isArray ? reachesWhole(path, Array.isArray) : undefined;
      const inner = reaches(path, (value) => value !== undefined && test(value));
      return (doc) => inner(doc) || whole?.(doc) === true;
    }
    case '$regex':
      return regex(path, operand, siblings['$options']);
    case '$options':
      if (!('$regex' in siblings)) throw badValue('$options needs a $regex');
      return () => true;
    case '$mod':
      return reaches(path, mod(operand));
    case '$size':
      return reachesWhole(path, size(operand));
    case '$all':
      return all(path, operand, context, nested);
    case '$elemMatch':
      return elemMatch(path, operand, context, nested);
    case '$not':
      return negated(path, operand, context, nested);
    case '$bitsAllSet':
    case '$bitsAnySet':
    case '$bitsAllClear':
    case '$bitsAnyClear':
      return reaches(path, bitsOperator(name, operand));
    case '$comment':
      return () => true;
  }
  if (REFUSED.includes(name)) throw notImplemented(`the query operator ${name}`);
  throw badValue(`unknown operator: ${name}`);
}

/** Equality written without an operator, where a regular expression means a match. */
export function compileImplicit(path: readonly string[], operand: unknown): Matcher {
  if (bsonType(operand) === 'Code') throw notImplemented('JavaScript in filters');
  return isRegex(operand) ? regex(path, operand, undefined) : reaches(path, equalTo(operand));
}
