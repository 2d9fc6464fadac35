import { ObjectId } from 'bson';
import { bsonType } from '../bson/codec.ts';
import { identity } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { evaluate } from './mingo.ts';

type Expression = (obj: unknown, expr: unknown, options: unknown) => unknown;

const isNil = (value: unknown) => value === null || value === undefined;

/** In MongoDB arithmetic with null or a missing field is null, not an error. */
function nullable(original: unknown): Expression {
  return (obj, expr, options) => {
    const operands = evaluate(obj, Array.isArray(expr) ? expr : [expr], options) as unknown[];
    return operands.some(isNil) ? null : (original as Expression)(obj, expr, options);
  };
}

/** `$toString` of an ObjectId, which mingo takes for an object. */
function toText(original: unknown): Expression {
  return (obj, expr, options) => {
    const value = evaluate(obj, expr, options);
    if (bsonType(value) === 'ObjectId') return String(value);
    return isNil(value) ? null : (original as Expression)(obj, expr, options);
  };
}

const toObjectId: Expression = (obj, expr, options) => {
  const value = evaluate(obj, expr, options);
  if (isNil(value) || bsonType(value) === 'ObjectId') return value ?? null;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value)) return new ObjectId(value);
  throw new CommandError(241, `Failed to parse objectId '${String(value)}' in $convert with no onError value`);
};

/** Expressions that differ from mingo's. */
export function expressionOperators(mingo: Record<string, unknown>): Record<string, unknown> {
  const arithmetic = ['$add', '$subtract', '$multiply', '$divide', '$mod', '$pow'].map((name) => [name, nullable(mingo[name])] as const);
  return { ...Object.fromEntries(arithmetic), $toString: toText(mingo['$toString']), $toObjectId: toObjectId };
}

/** mingo's options remember the document that `$field` means; a copy is pointed at one document after the other. */
interface Scope {
  update(locals: { root: unknown }): Scope;
}
const scopeOf = (options: unknown): Scope => (options as { constructor: { init(options: unknown): Scope } }).constructor.init(options);

/** The values of an expression over a group, or, as an expression of its own, of one array; missing ones are left out. */
function present(collection: unknown, expr: unknown, options: unknown): unknown[] {
  const items = collection as unknown[];
  if (expr === null) return items.filter((value) => value !== undefined);
  const scope = scopeOf(options);
  return items.map((item) => evaluate(item, expr, scope.update({ root: item }))).filter((value) => value !== undefined);
}

/** `$push` and `$addToSet` leave missing fields out; mingo lists them. */
export const accumulatorOperators: Record<string, Expression> = {
  $push: present,
  $addToSet: (collection, expr, options) => [...new Map(present(collection, expr, options).map((value) => [identity(value), value])).values()],
};
