import { isDocument, type Doc } from '../bson/codec.ts';
import { equalValues } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { isOperatorDocument } from '../query/filter.ts';
import { isRegex } from '../query/regex.ts';
import { getAt, setAt } from './paths.ts';

/** The fields that a filter fixes to one value. */
function equalities(filter: Doc): [path: string, value: unknown][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (key === '$and' || (key === '$or' && Array.isArray(condition) && condition.length === 1)) {
      return (condition as unknown[]).flatMap((part) => (isDocument(part) ? equalities(part) : []));
    }
    if (key.startsWith('$') || isRegex(condition)) return [];
    if (!isOperatorDocument(condition)) return [[key, condition]];
    if ('$eq' in condition) return [[key, condition['$eq']]];
    for (const operator of ['$in', '$all']) {
      const list = condition[operator];
      if (Array.isArray(list) && list.length === 1 && !isRegex(list[0]) && !isOperatorDocument(list[0])) return [[key, list[0]]];
    }
    return [];
  });
}

/** The document that an upsert starts from: the filter's equality fields, `_id` first. Values are exact, as they came. */
export function documentFromFilter(filter: Doc): Doc {
  const doc: Doc = {};
  const pairs = equalities(filter).toSorted(([a], [b]) => Number(b === '_id') - Number(a === '_id'));
  for (const [path, value] of pairs) {
    const steps = path.split('.');
    const present = getAt(doc, steps);
    if (present !== undefined && !equalValues(present, value))
      throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    setAt(doc, steps, value);
  }
  return doc;
}
