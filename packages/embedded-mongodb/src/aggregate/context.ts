import type { Doc } from '../bson/codec.ts';
import { notImplemented } from '../errors.ts';
import { comparisonOperators } from './comparison.ts';
import { accumulatorOperators, expressionOperators } from './expressions.ts';
import { evaluate, mingo } from './mingo.ts';
import { countStage, groupStage, lookupFromResolver, matchStage, sortStage } from './stages.ts';
import { regexesForMingo } from './values.ts';

/** mingo hands its options from stage to stage; they are its own class, opaque here. */
export type MingoOptions = Record<string, unknown>;

let context: unknown;

/**
 * mingo's operators, with those replaced that would order or compare differently from MongoDB: stages that filter, sort, group and join,
 * and the comparison expressions.
 */
function operatorContext(): unknown {
  const { core, operators } = mingo();
  return (context ??= core.Context.init({
    ...operators,
    expression: {
      ...operators.expression,
      ...comparisonOperators,
      ...expressionOperators(operators.expression),
      $function: ownFunctionsOnly(operators.expression['$function']),
    },
    accumulator: { ...operators.accumulator, ...accumulatorOperators, $accumulator: ownFunctionsOnly(undefined) },
    pipeline: {
      ...operators.pipeline,
      $match: matchStage,
      $sort: sortStage,
      $group: groupStage,
      $count: countStage,
      $lookup: lookupFromResolver(operators.pipeline['$lookup']),
    },
  } as never));
}

/** A client's code never runs inside the server; only mingo's window stage, which hands over a function of its own, may use this. */
function ownFunctionsOnly(original: unknown) {
  return (doc: unknown, spec: { body?: unknown }, options: unknown): unknown => {
    if (typeof spec?.body !== 'function') throw notImplemented('JavaScript in a pipeline');
    return (original as (...args: unknown[]) => unknown)(doc, spec, options);
  };
}

/** Options for one run. */
export function mingoOptions(variables: Doc | undefined, collectionResolver?: (name: string) => Doc[]): MingoOptions {
  return {
    context: operatorContext(),
    scriptEnabled: true,
    useStrictMode: true,
    ...(variables ? { variables } : {}),
    ...(collectionResolver ? { collectionResolver } : {}),
  };
}

/** An evaluator of `$expr` and of computed projections, with the command's `let` variables. */
export function evaluator(variables?: Doc): (doc: Doc, expr: unknown) => unknown {
  let options: MingoOptions | undefined;
  return (doc, expr) => evaluate(doc, regexesForMingo(expr), (options ??= mingoOptions(variables)));
}
