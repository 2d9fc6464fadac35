import type { PlanNode } from '@apollo/query-planner';
import type { GraphQLCompositeType, GraphQLSchema, SelectionSetNode } from 'graphql';
import { conditionsOf, createCombine } from './compile-operation.ts';
import { type Deliver, DeferredRun } from './deferred-run.ts';
import type { Send } from './entity-requests.ts';
import { createIntrospection } from './introspection.ts';
import type { JsonObject } from './json.ts';
import { compileProjection, type Projection } from './projection.ts';
import type { IsOfType } from './rewrites.ts';
import type { SplitOperation } from './split-operation.ts';
import { compileSteps } from './steps.ts';

/** An operation made ready to be answered in parts. */
export interface DeferredOperation {
  /** Resolves after the last delivery. When `signal` is raised nothing more is asked or delivered. */
  run(variables: JsonObject, coerced: JsonObject, send: Send, deliver: Deliver, signal: AbortSignal): Promise<void>;
}

const NO_FRAGMENTS = {}; // all are written out

export function compileDeferred(source: {
  api: GraphQLSchema;
  isOfType: IsOfType;
  split: SplitOperation;
  plan: PlanNode | undefined;
}): DeferredOperation {
  const { api, isOfType, split, plan } = source;
  const { operation } = split.whole;
  const steps = plan && compileSteps(plan, isOfType);
  const introspect = createIntrospection(api, split.whole, NO_FRAGMENTS);
  const conditionNames = conditionsOf([split.whole]);
  const projections = new Map<string, Projection>();
  const fixed = {
    api,
    isOfType,
    split,
    steps,
    root: api.getRootType(operation)!,
    combine: createCombine(),
    remember: operation !== 'mutation',
  };

  return {
    run: (variables, coerced, send, deliver, signal) => {
      const conditions = Object.fromEntries(conditionNames.map((name) => [name, coerced[name] === true]));
      const variant = conditionNames.map((name) => Number(conditions[name])).join('');
      const selecting = { schema: api, fragments: NO_FRAGMENTS, conditions };
      const projectionOf = (key: string, type: GraphQLCompositeType, set: SelectionSetNode): Projection => {
        const name = `${key} ${type.name} ${variant}`;
        let projection = projections.get(name);
        if (!projection) projections.set(name, (projection = compileProjection(selecting, type, set)));
        return projection;
      };
      return new DeferredRun({
        ...fixed,
        conditions,
        selecting,
        projectionOf,
        introspect: (nodes) => introspect(nodes, variables),
        send,
        deliver,
        signal,
      }).run();
    },
  };
}
