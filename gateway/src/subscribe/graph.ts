import { getArgumentValues, type FieldNode, type GraphQLField } from 'graphql';
import { BadVariables, type Executor } from '../plan/execute-operation.ts';
import { EVENTS_SUBGRAPH, type LoadedSupergraph } from '../plan/load-supergraph.ts';
import type { Operation, Operations } from '../plan/operations.ts';
import type { Documents } from './documents.ts';
import { createEventSource } from './event-source.ts';
import { Refused } from './refused.ts';
import { rootFieldOf, variablesBelow } from './root-field.ts';
import { readStreams, type Stream } from './streams.ts';
import type { SlowPolicy } from './subscriber.ts';

/** All that belongs to one composed graph; a reload puts another one in its place. */
export interface Graph {
  supergraph: LoadedSupergraph;
  operations: Operations;
  executor: Executor;
  documents: Documents;
}

/** A field that its service feeds itself: what the plan asks of it first. */
export interface ServiceStream {
  kind: 'service';
  service: string;
  query: string;
  /** Names of the client's variables that it takes. */
  variables: readonly string[];
  slow: SlowPolicy;
}

/** A subscription that was found valid. */
export interface Asked {
  operation: Operation;
  root: FieldNode;
  /** Absent for a field that nothing feeds. */
  stream: Stream | ServiceStream | undefined;
  args: Record<string, unknown>;
  /** The variables that the messages depend on. */
  below: Record<string, unknown>;
}

/** A graph with what its subscriptions need. `generation` tells it from the one before. */
export interface StreamGraph extends Graph {
  generation: number;
  /** Throws GraphQLError for a field that cannot be, `Refused` for variables that do not fit. */
  ask(operation: Operation, variables: Record<string, unknown>): Asked;
  /** Answers a first fetch from what the virtual subgraph's field holds. Only where the graph has that subgraph. */
  answerFrom: ReturnType<typeof createEventSource> | undefined;
}

/** `feeds`: whether a service's own subscriptions can be had. */
export function readGraph(graph: Graph, options: { generation: number; waitingEvents: number; feeds(service: string): boolean }): StreamGraph {
  const { supergraph, executor } = graph;
  const virtual = () => supergraph.subgraphSchema(EVENTS_SUBGRAPH);
  const streams = readStreams(supergraph.sdl, supergraph.apiSchema, options.waitingEvents, virtual);
  const fields: Record<string, GraphQLField<unknown, unknown>> = supergraph.apiSchema.getSubscriptionType()?.getFields() ?? {};
  const shapes = new WeakMap<Operation, { root: FieldNode; below: readonly string[] }>();

  function shapeOf(operation: Operation) {
    let shape = shapes.get(operation);
    if (!shape) {
      const root = rootFieldOf(operation.node, operation.fragments);
      shapes.set(operation, (shape = { root, below: variablesBelow(root, operation.fragments) }));
    }
    return shape;
  }

  function coerced(operation: Operation, variables: Record<string, unknown>): Record<string, unknown> {
    try {
      return executor.coerce(operation, variables);
    } catch (error) {
      throw error instanceof BadVariables ? new Refused(error.errors) : error;
    }
  }

  function serviceStream(operation: Operation): ServiceStream | undefined {
    const { node } = operation.plan();
    if (node?.kind !== 'Subscription' || !options.feeds(node.primary.serviceName)) return undefined;
    const { serviceName: service, operation: query, variableUsages: variables = [] } = node.primary;
    return { kind: 'service', service, query, variables, slow: { kind: 'disconnect', events: options.waitingEvents } };
  }

  return {
    ...graph,
    generation: options.generation,
    ask: (operation, variables) => {
      const { root, below } = shapeOf(operation);
      const values = coerced(operation, variables);
      return {
        operation,
        root,
        stream: streams.get(root.name.value) ?? serviceStream(operation),
        args: getArgumentValues(fields[root.name.value]!, root, values),
        below: Object.fromEntries(below.map((name) => [name, variables[name]])),
      };
    },
    answerFrom: streams.size > 0 ? createEventSource(virtual()) : undefined,
  };
}
