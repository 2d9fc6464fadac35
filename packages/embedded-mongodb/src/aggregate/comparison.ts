import { compareValues } from '../bson/compare.ts';
import { CommandError } from '../errors.ts';
import { TAG, typeTag } from '../bson/keys.ts';
import { evaluate } from './mingo.ts';

type Expression = (obj: unknown, expr: unknown, options: unknown) => unknown;

/** In expressions a missing field sorts below null, and equals only another missing one. */
function compareExpressions(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? (typeTag(b) === TAG.min ? 1 : -1) : typeTag(a) === TAG.min ? -1 : 1;
  return compareValues(a, b);
}

function comparison(name: string, result: (order: number) => unknown): Expression {
  return (obj, expr, options) => {
    if (!Array.isArray(expr) || expr.length !== 2) throw new CommandError(16020, `Expression ${name} takes exactly 2 arguments`);
    const [a, b] = evaluate(obj, expr, options) as [unknown, unknown];
    return result(compareExpressions(a, b));
  };
}

/** `$eq` and its kin over BSON's order of types. */
export const comparisonOperators: Record<string, Expression> = {
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $cmp: comparison('$cmp', Math.sign),
};
