import { createRequire } from 'node:module';

interface Mingo {
  core: typeof import('mingo/core');
  Aggregator: (typeof import('mingo/aggregator'))['Aggregator'];
  Lazy: (typeof import('mingo/lazy'))['Lazy'];
  operators: Record<'accumulator' | 'expression' | 'pipeline' | 'projection' | 'query' | 'window', Record<string, unknown>>;
}

const require = createRequire(import.meta.url);
let loaded: Mingo | undefined;

/** mingo, loaded at first use: its two hundred files are most of the time that a start would take. */
export function mingo(): Mingo {
  return (loaded ??= {
    core: require('mingo/core'),
    Aggregator: require('mingo/aggregator').Aggregator,
    Lazy: require('mingo/lazy').Lazy,
    operators: {
      accumulator: require('mingo/operators/accumulator'),
      expression: require('mingo/operators/expression'),
      pipeline: require('mingo/operators/pipeline'),
      projection: require('mingo/operators/projection'),
      query: require('mingo/operators/query'),
      window: require('mingo/operators/window'),
    },
  });
}

/** The value of an aggregation expression. */
export function evaluate(doc: unknown, expression: unknown, options: unknown): unknown {
  return mingo().core.evalExpr(doc as never, expression as never, options as never);
}
