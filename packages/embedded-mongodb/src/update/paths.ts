import { asNumber, isDocument, setOwn, toPlain, type Doc } from '../bson/codec.ts';
import { badValue, CommandError } from '../errors.ts';
import { arrayPosition, splitPath } from '../query/paths.ts';
import type { Matcher } from '../query/filter.ts';

/** What the special steps of an update's paths mean for one document. */
export interface PathContext {
  /** Position that the filter matched in the array at a path. */
  positionOf: (path: string) => number | undefined;
  arrayFilters: Map<string, Matcher>;
}

/** Refuses paths that no update may name. */
export function checkPath(path: string): string[] {
  if (path === '') throw new CommandError(56, 'An empty update path is not valid.');
  const steps = splitPath(path);
  if (steps.includes('')) throw new CommandError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  steps.forEach((step, i) => {
    const special = step === '$' || /^\$\[.*\]$/.test(step);
    if (special && i === 0) throw badValue(`Cannot have array filter identifier or positional operator in the first position of path '${path}'`);
    if (step.startsWith('$') && !special)
      throw new CommandError(
        52,
        `The dollar ($) prefixed field '${step}' in '${path}' is not allowed in the context of an update's replacement document.`,
      );
  });
  return steps;
}

/** The plain paths that one with `$`, `$[]` or `$[id]` stands for in a document. */
export function concretePaths(doc: Doc, steps: readonly string[], context: PathContext): string[][] {
  if (!steps.some((step) => step.startsWith('$'))) return [[...steps]];
  let paths: { done: string[]; value: unknown }[] = [{ done: [], value: doc }];
  for (const step of steps) {
    paths = paths.flatMap(({ done, value }) => {
      const enter = (name: string) => ({ done: [...done, name], value: read(value, name) });
      if (step === '$') {
        const position = context.positionOf(done.join('.'));
        if (position === undefined) throw badValue('The positional operator did not find the match needed from the query.');
        return [enter(String(position))];
      }
      if (!step.startsWith('$[')) return [enter(step)];
      if (!Array.isArray(value)) {
        throw badValue(
          value === undefined
            ? `The path '${done.join('.')}' must exist in the document in order to apply array updates.`
            : `Cannot apply array updates to non-array element ${done.at(-1)}`,
        );
      }
      const name = step.slice(2, -1);
      const chosen = name === '' ? () => true : context.arrayFilters.get(name);
      if (!chosen) throw badValue(`No array filter found for identifier '${name}' in path '${steps.join('.')}'`);
      return value.flatMap((item, i) => (name === '' || chosen({ [name]: toPlain(item) }) ? [enter(String(i))] : []));
    });
  }
  return paths.map(({ done }) => done);
}

function read(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return value[arrayPosition(step)];
  return isDocument(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The value at a plain path; undefined when it is missing. */
export function getAt(doc: Doc, path: readonly string[]): unknown {
  let value: unknown = doc;
  for (const step of path) value = read(value, step);
  return value;
}

const MOST_PADDING = 1_500_000;

function put(container: Doc | unknown[], step: string, value: unknown): void {
  if (!Array.isArray(container)) return setOwn(container, step, value);
  const position = arrayPosition(step);
  if (position > container.length + MOST_PADDING) throw badValue(`can't backfill more than ${MOST_PADDING} elements`);
  while (container.length < position) container.push(null);
  container[position] = value;
}

/** Sets the value at a plain path, making documents on the way and padding arrays with null. */
export function setAt(doc: Doc, path: readonly string[], value: unknown): void {
  let container: Doc | unknown[] = doc;
  path.forEach((step, i) => {
    if (Array.isArray(container) && arrayPosition(step) < 0) throw notViable(step, path[i - 1]!, container);
    if (i === path.length - 1) return put(container, step, value);
    let next = read(container, step);
    if (next === undefined) put(container, step, (next = {}));
    if (!Array.isArray(next) && !isDocument(next)) throw notViable(path[i + 1]!, step, next);
    container = next as Doc;
  });
}

const notViable = (field: string, parent: string, value: unknown) =>
  new CommandError(28, `Cannot create field '${field}' in element {${parent}: ${asNumber(value) ?? JSON.stringify(value)}}`);

/** Removes the value at a plain path; inside an array it leaves null behind, as MongoDB does. */
export function removeAt(doc: Doc, path: readonly string[]): void {
  const container = getAt(doc, path.slice(0, -1));
  const last = path.at(-1)!;
  if (Array.isArray(container)) {
    const position = arrayPosition(last);
    if (position >= 0 && position < container.length) container[position] = null;
  } else if (isDocument(container)) delete container[last];
}
