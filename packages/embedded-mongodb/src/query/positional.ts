import { isDocument, type Doc } from '../bson/codec.ts';
import { conjuncts } from './bounds.ts';
import { type MatchContext } from './filter.ts';
import { compileFilter } from './match.ts';
import { splitPath } from './paths.ts';

function withArray(doc: Doc, steps: string[], array: unknown[]): Doc {
  const [step, ...rest] = steps as [string, ...string[]];
  return { ...doc, [step]: rest.length === 0 ? array : withArray(doc[step] as Doc, rest, array) };
}

function arrayAt(doc: unknown, steps: string[]): unknown[] | undefined {
  let value = doc;
  for (const step of steps) value = isDocument(value) ? value[step] : undefined;
  return Array.isArray(value) ? value : undefined;
}

/**
 * Which element of the array at `path` made the filter match, the meaning of the positional `$`: the first one that alone would have
 * satisfied the filter's condition on that array. Undefined when the filter does not speak of the array.
 */
export function positionOf(filter: Doc, doc: Doc, path: string, context: MatchContext): number | undefined {
  const steps = splitPath(path);
  const array = arrayAt(doc, steps);
  if (!array) return undefined;
  const conditions = conjuncts(filter).flatMap(([key, value]): [string, unknown][] =>
    key === '$or' && Array.isArray(value) ? value.flatMap((branch) => (isDocument(branch) ? conjuncts(branch) : [])) : [[key, value]],
  );
  let found: number | undefined;
  for (const [key, condition] of conditions) {
    if (key !== path && !key.startsWith(`${path}.`)) continue;
    const matches = compileFilter({ [key]: condition }, context);
    const position = array.findIndex((item) => matches(withArray(doc, steps, [item])));
    if (position >= 0) found = position;
  }
  return found;
}
