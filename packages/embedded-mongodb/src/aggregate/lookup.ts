import { setOwn, type Doc } from '../bson/codec.ts';
import { identity } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { execute } from '../query/execute.ts';
import { compileFilter } from '../query/match.ts';
import { splitPath, valuesAt } from '../query/paths.ts';
import type { Collection } from '../storage/collection.ts';
import type { Database } from '../storage/database.ts';

/** Candidates for some values of the foreign field; they are tested again. */
type Finder = (values: unknown[]) => Doc[];

/** Documents by the values of a field. */
function byField(docs: Iterable<Doc>, field: string): Finder {
  const byKey = new Map<string, Set<Doc>>();
  const order = new Map<Doc, number>();
  for (const doc of docs) {
    order.set(doc, order.size);
    for (const value of valuesAt(doc, splitPath(field), true)) {
      const key = identity(value ?? null);
      const found = byKey.get(key);
      if (found) found.add(doc);
      else byKey.set(key, new Set([doc]));
    }
  }
  return (values) =>
    [...new Set(values.flatMap((value) => [...(byKey.get(identity(value)) ?? [])]))].toSorted((a, b) => order.get(a)! - order.get(b)!);
}

/** Every document with its partners. An array on the local side joins by each of its elements. */
function* join(docs: Iterable<Doc>, spec: Doc, finder: Finder): Generator<Doc> {
  const { localField, foreignField, as } = spec as Record<string, string>;
  for (const doc of docs) {
    const values = valuesAt(doc, splitPath(localField!), false)
      .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
      .map((value) => value ?? null);
    const matches = compileFilter({ [foreignField!]: { $in: values } }, {});
    const out = { ...doc };
    assign(
      out,
      splitPath(as!),
      finder(values).filter((found) => matches(found)),
    );
    yield out;
  }
}

function checkSpec(spec: Doc): void {
  for (const name of ['from', 'localField', 'foreignField', 'as']) {
    if (typeof spec[name] !== 'string' || spec[name] === '') throw new CommandError(9, `$lookup argument '${name}' must be a non-empty string`);
  }
}

/** `$lookup` by equality, through the other collection's index where it has one on the field. */
export function joinCollection(docs: Iterable<Doc>, spec: Doc, find: (name: string) => Collection | undefined, db: Database): Iterable<Doc> {
  checkSpec(spec);
  const collection = find(spec['from'] as string);
  const field = spec['foreignField'] as string;
  const indexed =
    field === '_id' ||
    [...(collection?.indexes.values() ?? [])].some(
      ({ spec: index }) => index.fields[0]!.path === field && !index.partialFilterExpression && !index.sparse,
    );
  const read = (filter: Doc) => [...execute(db, collection, { filter })].map(({ doc }) => doc);
  return join(docs, spec, indexed ? (values) => read({ [field]: { $in: values } }) : byField(read({}), field));
}

/** The same where only the other collection's documents are at hand. */
export function joinInMemory(docs: Iterable<Doc>, spec: Doc, resolve: (name: string) => Doc[]): Iterable<Doc> {
  checkSpec(spec);
  return join(docs, spec, byField(resolve(spec['from'] as string), spec['foreignField'] as string));
}

function assign(target: Doc, [step, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) return setOwn(target, step!, value);
  const inner = { ...(target[step!] as Doc | undefined) };
  assign(inner, rest, value);
  setOwn(target, step!, inner);
}
