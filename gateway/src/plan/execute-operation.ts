import { executeQueryPlan, type ServiceMap } from '@apollo/gateway';
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import type { Logger } from '@customerai/service';
import { getVariableValues, GraphQLError } from 'graphql';
import type { LoadedSupergraph } from './load-supergraph.ts';
import type { Operation } from './operations.ts';
import type { Caller } from './subgraph-client.ts';

export interface Outcome {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
}

export interface Executor {
  /** The variables as the operation declares them, with defaults. Throws BAD_USER_INPUT (with `argument`); never quotes more than the client sent. */
  coerce(operation: Operation, variables: Record<string, unknown>): Record<string, unknown>;
  /** Runs a query or mutation. Errors are as they came from the subgraphs: `toClientError` makes them fit to leave. */
  run(operation: Operation, variables: Record<string, unknown>, caller: Caller): Promise<Outcome>;
  /** Runs a subscription's plan for one event, its first fetch answered by `source`. */
  runEvent(
    operation: Operation,
    variables: Record<string, unknown>,
    caller: Caller,
    source: { name: string; dataSource: ServiceMap[string] },
  ): Promise<Outcome>;
}

export function createExecutor(options: { supergraph: LoadedSupergraph; services: ServiceMap; introspection: boolean; log: Logger }): Executor {
  const { supergraph, services, introspection, log } = options;
  const { api, supergraph: schema } = supergraph.internal;

  async function execute(
    plan: QueryPlan,
    operation: Operation,
    variables: Record<string, unknown>,
    caller: Caller,
    serviceMap: ServiceMap,
  ): Promise<Outcome> {
    const requestContext = { logger: log, request: { variables }, context: caller, metrics: {} };
    const result = (await executeQueryPlan(plan, serviceMap, requestContext as never, operation.context, schema, api)) as Outcome;
    const incomplete = result.extensions?.['valueCompletion'] as readonly GraphQLError[] | undefined;
    if (!incomplete) return result;
    return { data: result.data ?? null, errors: incomplete.map(toMissing) };
  }

  function coerce(operation: Operation, variables: Record<string, unknown>): Record<string, unknown> {
    const { errors, coerced } = getVariableValues(supergraph.apiSchema, operation.node.variableDefinitions ?? [], variables, {
      maxErrors: 20,
      hideSuggestions: !introspection,
    });
    if (errors) throw new BadVariables(errors.map(toBadInput));
    return coerced;
  }

  return {
    coerce,
    run: async (operation, variables, caller) => {
      try {
        coerce(operation, variables);
      } catch (error) {
        if (error instanceof BadVariables) return { errors: error.errors };
        throw error;
      }
      return execute(operation.plan(), operation, variables, caller, services);
    },
    runEvent: (operation, variables, caller, source) => {
      const { node } = operation.plan();
      if (node?.kind !== 'Subscription') throw new Error('Only a subscription runs per event.');
      const nodes: PlanNode[] = node.rest ? [node.primary, node.rest] : [node.primary];
      return execute({ kind: 'QueryPlan', node: { kind: 'Sequence', nodes } }, operation, variables, caller, {
        ...services,
        [source.name]: source.dataSource,
      });
    },
  };
}

/** All the faults of an operation's variables. */
export class BadVariables extends Error {
  override name = 'BadVariables';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The variables do not fit the operation.');
    this.errors = errors;
  }
}

function toBadInput(error: GraphQLError): GraphQLError {
  const argument = / at "([^"]+)"/.exec(error.message)?.[1] ?? /^Variable "\$(\w+)"/.exec(error.message)?.[1];
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', ...(argument ? { argument } : {}), http: { status: 400 } },
  });
}

/**
 * A subgraph knew nothing of an entity that another one pointed to, and said so by null: GraphQL would leave the client with a null that has no
 * reason where the field may not be null.
 */
const toMissing = ({ path }: GraphQLError): GraphQLError =>
  new GraphQLError('What should stand here is not there any more.', { ...(path ? { path } : {}), extensions: { code: 'NOT_FOUND' } });
