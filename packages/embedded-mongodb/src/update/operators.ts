import { Double, Int32, Timestamp } from 'bson';
import { isDocument, type Doc } from '../bson/codec.ts';
import { compareValues } from '../bson/compare.ts';
import { badValue, CommandError, failedToParse } from '../errors.ts';
import { addToSet, pop, pull, pullAll, push } from './arrays.ts';
import { arithmetic, bitwise } from './numbers.ts';
import { checkPath, concretePaths, getAt, removeAt, setAt, type PathContext } from './paths.ts';

/** One operator on one path. */
interface Change {
  operator: string;
  path: string;
  steps: string[];
  operand: unknown;
}

const OPERATORS = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$currentDate',
  '$setOnInsert',
  '$push',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$pop',
  '$bit',
]);

function conflict(path: string, other: string): CommandError {
  return new CommandError(40, `Updating the path '${path}' would create a conflict at '${path.length < other.length ? path : other}'`);
}

/** Two changes conflict when one path is the other or lies above it. */
function checkConflicts(paths: string[]): void {
  const sorted = paths.toSorted();
  for (const [i, path] of sorted.entries()) {
    for (const later of sorted.slice(i + 1)) {
      if (!later.startsWith(path)) break;
      if (later === path || later[path.length] === '.') throw conflict(later, path);
    }
  }
}

/** Steps that are array positions order as numbers, so that new fields and elements appear in MongoDB's order. */
const byPath = (a: Change, b: Change) => a.path.localeCompare(b.path, 'en', { numeric: true });

/** Reads an update of operators; every malformed one throws here, before a document is touched. */
export function parseOperators(update: Doc): Change[] {
  const changes: Change[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!OPERATORS.has(operator))
      throw failedToParse(`Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`);
    if (!isDocument(fields))
      throw failedToParse(
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${JSON.stringify(fields)}}`,
      );
    for (const [path, operand] of Object.entries(fields)) changes.push({ operator, path, steps: checkPath(path), operand });
  }
  const renamed = changes
    .filter(({ operator }) => operator === '$rename')
    .map(({ operand, path }) => {
      if (typeof operand !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${path}`);
      if (checkPath(operand).some((step) => step.startsWith('$')) || path.includes('$')) throw badValue('$rename may not use positional paths');
      return operand;
    });
  checkConflicts([...changes.map(({ path }) => path), ...renamed]);
  return changes.toSorted(byPath);
}

function currentDate(operand: unknown): unknown {
  const kind = isDocument(operand) ? operand['$type'] : operand === true || operand === false ? 'date' : undefined;
  if (kind === 'date') return new Date();
  if (kind === 'timestamp') return new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 });
  throw badValue("$currentDate needs true or {$type: 'date' | 'timestamp'}");
}

/** `$rename` moves between documents only: a position in an array has no name. */
function rename(doc: Doc, from: readonly string[], to: string): void {
  const target = to.split('.');
  for (const path of [from, target]) {
    for (let i = 1; i < path.length; i++)
      if (Array.isArray(getAt(doc, path.slice(0, i))))
        throw badValue(`The source and target of $rename cannot be array elements ('${path.join('.')}')`);
  }
  const value = getAt(doc, from);
  if (value === undefined) return;
  removeAt(doc, from);
  setAt(doc, target, value);
}

/** The new value of a field, for the operators that compute one; undefined leaves it as it is. */
function computed(operator: string, current: unknown, operand: unknown, path: string): unknown {
  switch (operator) {
    case '$set':
    case '$setOnInsert':
      return operand;
    case '$inc':
      return arithmetic('$inc', current, operand, path);
    case '$mul': {
      if (current !== undefined) return arithmetic('$mul', current, operand, path);
      arithmetic('$mul', new Int32(0), operand, path);
      return operand instanceof Double ? new Double(0) : arithmetic('$mul', new Int32(0), operand, path);
    }
    case '$min':
      return current === undefined || compareValues(operand, current) < 0 ? operand : current;
    case '$max':
      return current === undefined || compareValues(operand, current) > 0 ? operand : current;
    case '$currentDate':
      return currentDate(operand);
    case '$push':
      return push(current, operand, path);
    case '$addToSet':
      return addToSet(current, operand, path);
    case '$pull':
      return current === undefined ? undefined : pull(current, operand, path);
    case '$pullAll':
      return current === undefined ? undefined : pullAll(current, operand, path);
    case '$pop':
      return current === undefined ? undefined : pop(current, operand, path);
    default: {
      if (!isDocument(operand)) throw badValue('The $bit modifier needs a document');
      return Object.entries(operand).reduce((value, [name, bits]) => bitwise(value, name, bits), current);
    }
  }
}

/**
 * Applies the changes to an exactly decoded document, in place.
 * @param inserting the document is being made by an upsert: `$setOnInsert` counts
 */
export function applyOperators(doc: Doc, changes: Change[], context: PathContext, inserting: boolean): void {
  const resolved = changes
    .filter(({ operator }) => inserting || operator !== '$setOnInsert')
    .map((change) => ({ ...change, paths: concretePaths(doc, change.steps, context) }));
  if (resolved.some(({ steps }) => steps.some((step) => step.startsWith('$'))))
    checkConflicts(resolved.flatMap(({ paths }) => paths.map((path) => path.join('.'))));
  for (const { operator, operand, paths } of resolved) {
    for (const path of paths) {
      if (operator === '$unset') removeAt(doc, path);
      else if (operator === '$rename') rename(doc, path, operand as string);
      else {
        const value = computed(operator, getAt(doc, path), operand, path.join('.'));
        if (value !== undefined) setAt(doc, path, value);
      }
    }
  }
}
