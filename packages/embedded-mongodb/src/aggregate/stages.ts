import type { Iterator } from 'mingo/lazy';
import type { Doc } from '../bson/codec.ts';
import { identity } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { sortDocuments } from '../query/sort.ts';
import { joinInMemory } from './lookup.ts';
import { evaluate, mingo } from './mingo.ts';

type Stage = (docs: Iterator, spec: never, options: never) => Iterator;

/** `$match` with the same matcher as `find`; `$expr` sees the variables of the pipeline around it. */
export const matchStage: Stage = (docs, spec: Doc, options) => {
  const matches = compileFilter(spec, { evaluate: (doc, expr) => evaluate(doc, expr, options) });
  return docs.filter(matches as never);
};

/** `$sort` in BSON's order. */
export const sortStage: Stage = (docs, spec: Doc) => {
  if (Object.keys(spec).length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key');
  return docs.transform(((items: Doc[]) => mingo().Lazy(sortDocuments(items, spec))) as never);
};

/** `$group` by BSON equality, groups in the order in which they first appear. */
export const groupStage: Stage = (docs, spec: Doc, options) => {
  if (!Object.hasOwn(spec, '_id')) throw new CommandError(15955, 'a group specification must include an _id');
  const fields = Object.entries(spec).filter(([name]) => name !== '_id');
  for (const [name, accumulator] of fields) {
    if (
      typeof accumulator !== 'object' ||
      accumulator === null ||
      Object.keys(accumulator).length !== 1 ||
      !Object.keys(accumulator)[0]!.startsWith('$')
    ) {
      throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
    }
  }
  return docs.transform(((items: Doc[]) => {
    const groups = new Map<string, { _id: unknown; items: Doc[] }>();
    for (const item of items) {
      const _id = evaluate(item, spec['_id'], options) ?? null;
      const key = identity(_id);
      const group = groups.get(key);
      if (group) group.items.push(item);
      else groups.set(key, { _id, items: [item] });
    }
    return mingo().Lazy(
      [...groups.values()].map((group) => {
        const out: Doc = { _id: group._id };
        for (const [name, accumulator] of fields) out[name] = evaluate(group.items, accumulator, options);
        return out;
      }),
    );
  }) as never);
};

/** `$count` of nothing is no document, as in MongoDB. */
export const countStage: Stage = (docs, name: string) => {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.'))
    throw new CommandError(40158, 'the count field must be a non-empty string without $ and dots');
  return docs.transform(((items: Doc[]) => mingo().Lazy((items.length > 0 ? [{ [name]: items.length }] : []) as never)) as never);
};

/** Inside `$facet` and other nested pipelines a join by equality is ours as well; one with a pipeline is mingo's. */
export function lookupFromResolver(original: unknown): Stage {
  return (docs, spec: Doc, options) => {
    if ('pipeline' in spec || !('localField' in spec)) return (original as Stage)(docs, spec as never, options);
    const { collectionResolver } = options as { collectionResolver: (name: string) => Doc[] };
    return mingo().Lazy(joinInMemory(docs as Iterable<Doc>, spec, collectionResolver) as never) as never;
  };
}
