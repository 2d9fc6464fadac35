import type { PlanNode } from '@apollo/query-planner';
import type { Logger } from '@customerai/service';
import { compileDeferred, type DeferredOperation } from '../execute/compile-deferred.ts';
import type { IsOfType } from '../execute/rewrites.ts';
import { deferConditions, splitOperation } from '../execute/split-operation.ts';
import { withoutConstants } from '../execute/without-constants.ts';
import type { LoadedSupergraph } from './load-supergraph.ts';
import type { Operation } from './operations.ts';

const MAX_VARIANTS = 16; // of an operation, by the values of the variables that `if` names; each has a plan of its own

interface Known {
  conditions: ReadonlySet<string> | undefined;
  variants: Map<string, DeferredOperation | undefined>;
}

/** Operations ready to be answered in parts. */
export interface DeferredOperations {
  /** Undefined where the answer is one piece: nothing is deferred with these variables, or no plan in parts can be made. */
  prepare(operation: Operation, coerced: Readonly<Record<string, unknown>>): DeferredOperation | undefined;
}

export function createDeferredOperations(options: { supergraph: LoadedSupergraph; isOfType: IsOfType; log: Logger }): DeferredOperations {
  const { supergraph, isOfType, log } = options;
  const operations = new WeakMap<Operation, Known>();

  function build({ node, fragments, key }: Operation, isOn: (variable: string) => boolean): DeferredOperation | undefined {
    const wanted = withoutConstants(node, fragments);
    const split = splitOperation(supergraph.apiSchema, wanted.operation, wanted.fragments, isOn);
    if (split.parts.length === 0) return undefined;
    try {
      const plan = supergraph.planDeferred(split.whole).node as PlanNode | undefined;
      return compileDeferred({ api: supergraph.apiSchema, isOfType, split, plan });
    } catch (error) {
      log.warn({ err: error as Error, document: key }, 'an operation cannot be planned in parts; it is answered in one piece');
      return undefined;
    }
  }

  return {
    prepare: (operation, coerced) => {
      let known = operations.get(operation);
      if (!known) operations.set(operation, (known = { conditions: deferConditions(operation.node, operation.fragments), variants: new Map() }));
      const { conditions, variants } = known;
      if (!conditions) return undefined;
      const isOn = (variable: string) => coerced[variable] === undefined || coerced[variable] === true; // not given: the default of the directive
      const variant = [...conditions].map((name) => Number(isOn(name))).join('');
      if (!variants.has(variant)) {
        if (variants.size >= MAX_VARIANTS) return undefined;
        variants.set(variant, build(operation, isOn));
      }
      return variants.get(variant);
    },
  };
}
