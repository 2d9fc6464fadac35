import type { LoggedEvent } from '@customerai/events';
import { type Clock, type KnownViewer, type Logger, notImplemented, requireViewer, type Viewer } from '@customerai/service';
import { continueTrace, inSpan } from '@customerai/telemetry';
import { getArgumentValues, GraphQLError, type GraphQLFormattedError } from 'graphql';
import { authorise } from '../auth/authorise.ts';
import { toClientError } from '../errors.ts';
import { BadVariables, type Executor } from '../plan/execute-operation.ts';
import { EVENTS_SUBGRAPH, type LoadedSupergraph } from '../plan/load-supergraph.ts';
import type { Operation, Operations } from '../plan/operations.ts';
import { traceIdOf } from '../trace.ts';
import type { Documents } from './documents.ts';
import { createEventSource } from './event-source.ts';
import type { Message } from './group.ts';
import type { Hub } from './hub.ts';
import type { CutOff } from './queue.ts';
import { rootFieldOf } from './root-field.ts';
import { readStreams } from './streams.ts';

export interface SocketRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

export type Answer = { data?: unknown; errors?: readonly GraphQLFormattedError[] };

export interface Operator {
  /**
   * Starts what a socket asks for. Queries and mutations give the promise of one answer; subscriptions a stream, which is in place when this resolves.
   * Throws a GraphQLError, or `Refused` with several.
   */
  begin(
    request: SocketRequest,
    viewer: Viewer,
    onCutOff: (reason: CutOff) => void,
  ): Promise<{ answer: Promise<Answer> } | { stream: AsyncIterableIterator<Message> }>;
}

export class Refused extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The operation is refused.');
    this.errors = errors;
  }
}

export function createOperator(options: {
  supergraph: LoadedSupergraph;
  operations: Operations;
  executor: Executor;
  documents: Documents;
  hub: Hub;
  clock: Clock;
  log: Logger;
}): Operator {
  const { supergraph, operations, executor, documents, hub, clock, log } = options;
  const streams = readStreams(supergraph.sdl);
  const answerFrom = streams.size > 0 ? createEventSource(supergraph.subgraphSchema(EVENTS_SUBGRAPH)) : undefined;
  const fields = supergraph.apiSchema.getSubscriptionType()?.getFields() ?? {};

  function subscribe(operation: Operation, variables: Record<string, unknown>, viewer: KnownViewer, onCutOff: (reason: CutOff) => void) {
    const node = rootFieldOf(operation.node, operation.context.fragments);
    const stream = streams.get(node.name.value);
    if (!stream || !answerFrom) throw notImplemented(`The subscription "${node.name.value}"`);
    const args = getArgumentValues(fields[node.name.value]!, node, coerced(operation, variables));
    operation.plan(); // so that a fault of planning shows now, and not with the first event

    // Answers are shared, so they are made for the rights and not for the person: no subscriber is told what holds for another one.
    const scopes = viewer.scopes.toSorted();
    const everyone: KnownViewer = { kind: 'service', id: 'subscriptions', tenant: viewer.tenant, scopes };
    const work = async ({ sequence, event }: LoggedEvent): Promise<Message> => {
      const traceId = traceIdOf(event.traceparent);
      const extensions = { cursor: String(sequence) };
      try {
        const source = { name: EVENTS_SUBGRAPH, dataSource: answerFrom(node.name.value, stream.root(event)) };
        const { data, errors } = await continueTrace(event.traceparent, () =>
          executor.runEvent(operation, variables, { viewer: everyone, traceId }, source),
        );
        return { data: data ?? null, ...(errors ? { errors: errors.map((error) => toClientError(error.toJSON(), traceId, log)) } : {}), extensions };
      } catch (error) {
        log.error({ err: error as Error, traceId, eventId: event.id }, 'an event could not be answered');
        return {
          data: null,
          errors: [toClientError({ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } }, traceId, log)],
          extensions,
        };
      }
    };
    return hub.join(
      {
        stream,
        tenant: viewer.tenant,
        key: JSON.stringify([operation.key, variables, scopes]),
        wants: ({ event }) => stream.matches(event.data, args, clock()),
        work,
      },
      onCutOff,
    );
  }

  function coerced(operation: Operation, variables: Record<string, unknown>): Record<string, unknown> {
    try {
      return executor.coerce(operation, variables);
    } catch (error) {
      throw error instanceof BadVariables ? new Refused(error.errors) : error;
    }
  }

  function answer(operation: Operation, variables: Record<string, unknown>, viewer: Viewer): Promise<Answer> {
    return inSpan('socket operation', { kind: 'server', service: 'gateway', door: true }, async (span): Promise<Answer> => {
      const traceId = span.traceId ?? traceIdOf(undefined);
      const { data, errors } = await executor.run(operation, variables, { viewer, traceId });
      return {
        ...(data === undefined ? {} : { data }),
        ...(errors ? { errors: errors.map((error) => toClientError(error.toJSON(), traceId, log)) } : {}),
      };
    });
  }

  return {
    begin: async ({ query, operationName, variables }, viewer, onCutOff) => {
      const read = documents.read(query);
      if ('errors' in read) throw new Refused(read.errors);
      const operation = operations.prepare(read.document, read.hash, operationName);
      authorise(viewer, operation.access);
      if (operation.node.operation !== 'subscription') return { answer: answer(operation, variables ?? {}, viewer) };
      return { stream: await subscribe(operation, variables ?? {}, requireViewer(viewer), onCutOff) };
    },
  };
}
