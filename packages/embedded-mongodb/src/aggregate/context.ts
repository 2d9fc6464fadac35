import { Context, evalExpr } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import * as window from 'mingo/operators/window'
import { regexesForMingo } from './values.ts'
import type { Doc } from '../bson/codec.ts'
import { comparisonOperators } from './comparison.ts'
import { groupStage, matchStage, sortStage } from './stages.ts'

/** mingo hands its options from stage to stage; they are its own class, opaque here. */
export type MingoOptions = Record<string, unknown>

/**
 * mingo's operators, with those replaced that would order or compare differently from MongoDB: stages that filter, sort and group, and
 * the comparison expressions.
 */
export const context = Context.init({
  accumulator: accumulator as never,
  expression: { ...expression, ...comparisonOperators } as never,
  pipeline: { ...pipeline, $match: matchStage, $sort: sortStage, $group: groupStage } as never,
  projection: projection as never,
  query: query as never,
  window: window as never,
})

/** Options for one run. No JavaScript operators: they would run a client's code inside the server. */
export function mingoOptions(variables: Doc | undefined, collectionResolver?: (name: string) => Doc[]): MingoOptions {
  return { context, scriptEnabled: false, useStrictMode: true, ...(variables ? { variables } : {}), ...(collectionResolver ? { collectionResolver } : {}) }
}

/** An evaluator of `$expr` and of computed projections, with the command's `let` variables. */
export function evaluator(variables?: Doc): (doc: Doc, expr: unknown) => unknown {
  const options = mingoOptions(variables) as never
  return (doc, expr) => evalExpr(doc, regexesForMingo(expr) as never, options)
}
