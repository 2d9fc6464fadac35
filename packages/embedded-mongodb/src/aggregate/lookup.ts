import { setOwn, type Doc } from '../bson/codec.ts'
import { identity } from '../bson/compare.ts'
import { CommandError } from '../errors.ts'
import { execute } from '../query/execute.ts'
import { compileFilter } from '../query/match.ts'
import { splitPath, valuesAt } from '../query/paths.ts'
import type { Collection } from '../storage/collection.ts'
import type { Database } from '../storage/database.ts'

type Finder = (filter: Doc, values: unknown[]) => Doc[]

/** Without an index on the field the collection is read once and kept by key. */
function inMemory(db: Database, collection: Collection | undefined, field: string): Finder {
  const byKey = new Map<string, Set<Doc>>()
  const order = new Map<Doc, number>()
  for (const { doc } of execute(db, collection, { filter: {} })) {
    order.set(doc, order.size)
    for (const value of valuesAt(doc, splitPath(field), true)) {
      const key = identity(value ?? null)
      const docs = byKey.get(key)
      if (docs) docs.add(doc)
      else byKey.set(key, new Set([doc]))
    }
  }
  return (_, values) => [...new Set(values.flatMap((value) => [...(byKey.get(identity(value ?? null)) ?? [])]))].toSorted((a, b) => order.get(a)! - order.get(b)!)
}

/** `$lookup` with `localField` and `foreignField`. An array on the local side joins by each of its elements. */
export function* lookupStage(docs: Iterable<Doc>, spec: Doc, find: (name: string) => Collection | undefined, db: Database): Generator<Doc> {
  const { from, localField, foreignField, as } = spec
  for (const [name, value] of Object.entries({ from, localField, foreignField, as })) {
    if (typeof value !== 'string' || value === '') throw new CommandError(9, `$lookup argument '${name}' must be a non-empty string`)
  }
  const collection = find(from as string)
  const field = foreignField as string
  const indexed = field === '_id' || [...(collection?.indexes.values() ?? [])].some(({ spec: index }) => index.fields[0]!.path === field && !index.partialFilterExpression && !index.sparse)
  const finder: Finder = indexed ? (filter) => [...execute(db, collection, { filter })].map(({ doc }) => doc) : inMemory(db, collection, field)
  for (const doc of docs) {
    const reached = valuesAt(doc, splitPath(localField as string), false)
    const values = reached.flatMap((value) => (Array.isArray(value) ? value : [value])).map((value) => value ?? null)
    const filter = { [field]: { $in: values } }
    const matches = compileFilter(filter, {})
    const out = { ...doc }
    assign(out, splitPath(as as string), finder(filter, values).filter((found) => matches(found)))
    yield out
  }
}

function assign(target: Doc, [step, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) return setOwn(target, step!, value)
  const inner = { ...(target[step!] as Doc | undefined) }
  assign(inner, rest, value)
  setOwn(target, step!, inner)
}
