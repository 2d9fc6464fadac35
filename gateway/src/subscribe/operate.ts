import type { LoggedEvent } from '@customerai/events';
import { type Clock, type KnownViewer, type Logger, notImplemented, requireViewer, ServiceError, type Viewer } from '@customerai/service';
import { continueTrace, inSpan } from '@customerai/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { authorise } from '../auth/authorise.ts';
import { toClientError } from '../errors.ts';
import { EVENTS_SUBGRAPH } from '../plan/load-supergraph.ts';
import type { Operation } from '../plan/operations.ts';
import { traceIdOf } from '../trace.ts';
import { createAnswers } from './answers.ts';
import type { Cursors } from './cursor.ts';
import { type Asked, type Graph, readGraph, type StreamGraph } from './graph.ts';
import type { Group, Interest } from './group.ts';
import type { Hub, Start } from './hub.ts';
import { createMessage, type Message, RESYNC } from './message.ts';
import { LogUnavailable, Refused } from './refused.ts';
import type { Outlet, Subscriber } from './subscriber.ts';

/** What a client sends, whatever the transport. */
export interface StreamRequest {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
  /** `cursor`: go on after it; null: tell at once where the stream begins. */
  extensions?: { cursor?: unknown } | null | undefined;
}

export type Answer = { data?: unknown; errors?: readonly GraphQLFormattedError[] };

export interface Operator {
  /**
   * Starts what a client asks for. Queries and mutations give the promise of one answer; a subscription's messages go to `outlet`, and it is in place
   * when this resolves. Throws a GraphQLError, `Refused` with several, or `LogUnavailable`.
   */
  begin(request: StreamRequest, viewer: Viewer, outlet: Outlet): Promise<{ answer: Promise<Answer> } | { subscriber: Subscriber }>;
  /** The subscriber's rights are others now: it goes on with them, or ends with the error that a new subscription would get. */
  reauthorise(subscriber: Subscriber, viewer: Viewer): void;
  /** Another graph is in place. Subscriptions go on with it; those it has no plan for end with SUBSCRIPTION_SCHEMA_RELOAD. */
  reload(graph: Graph): void;
}

/** What a group's members asked. */
export interface StreamInterest extends Interest {
  request: StreamRequest;
  viewer: KnownViewer;
  asked: Asked;
}

export function createOperator(options: {
  graph: Graph;
  hub: Hub<StreamInterest>;
  cursors(): Promise<Cursors>;
  waitingEvents: number;
  clock: Clock;
  log: Logger;
}): Operator {
  const { hub, cursors, waitingEvents, clock, log } = options;
  const answers = createAnswers();
  let graph: StreamGraph = readGraph(options.graph, { generation: 1, waitingEvents });
  let issue: Cursors | undefined;

  function prepare({ query, operationName }: StreamRequest, viewer: Viewer): Operation {
    const read = graph.documents.read(query);
    if ('errors' in read) throw new Refused(read.errors);
    const operation = graph.operations.prepare(read.document, read.hash, operationName);
    authorise(viewer, operation.access);
    return operation;
  }

  /** Needs the cursors' key to be there. */
  function interestOf(request: StreamRequest, operation: Operation, viewer: KnownViewer): StreamInterest & { asked: { stream: object } } {
    const { generation } = graph;
    const variables = request.variables ?? {};
    const asked = graph.ask(operation, variables);
    const { stream, args } = asked;
    if (!stream) throw notImplemented(`The subscription "${asked.root.name.value}"`);
    operation.plan(); // so that a fault of planning shows now, and not with the first event
    const scopes = viewer.scopes.toSorted();
    const claims = stream.filter?.claims.map((name) => viewer[name]) ?? [];
    const answer = answerer(asked, variables, viewer.tenant, scopes);
    return {
      tenant: viewer.tenant,
      key: JSON.stringify([generation, operation.key, variables, scopes, claims]),
      slow: stream.slow,
      wants: ({ event }) => stream.filter?.matches({ facts: event.data as object, args, viewer, now: clock() }) ?? true,
      answer,
      request,
      viewer,
      asked: { ...asked, stream },
    };
  }

  /** Answers are shared, so they are made for the rights and not for the person: no subscriber is told what holds for another one. */
  function answerer(asked: Asked, variables: Record<string, unknown>, tenant: string, scopes: readonly string[]): Interest['answer'] {
    const { executor, answerFrom, generation } = graph;
    const { operation, root, stream } = asked;
    const viewer: KnownViewer = { kind: 'service', id: 'subscriptions', tenant, scopes };
    const key = JSON.stringify([generation, operation.key, asked.below, scopes, tenant]);
    return ({ sequence, event }: LoggedEvent) =>
      answers(`${key}${sequence}`, async () => {
        const traceId = traceIdOf(event.traceparent);
        const place = { sequence, cursor: cursorAt(tenant, { sequence, log: hub.logOf(stream!.contract) }) };
        try {
          const source = { name: EVENTS_SUBGRAPH, dataSource: answerFrom!(root.name.value, stream!.root(event)) };
          const { data, errors } = await continueTrace(event.traceparent, () => executor.runEvent(operation, variables, { viewer, traceId }, source));
          return createMessage({ data: data ?? null, errors: errors?.map((error) => toClientError(error.toJSON(), traceId, log)) }, place);
        } catch (error) {
          log.error({ err: error as Error, traceId, eventId: event.id }, 'an event could not be answered');
          const masked = toClientError({ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } }, traceId, log);
          return createMessage({ data: null, errors: [masked] }, place);
        }
      });
  }

  const cursorAt = (tenant: string, place: { sequence: number; log: number }) => issue!.issue(tenant, place);

  async function subscribe(request: StreamRequest, operation: Operation, viewer: KnownViewer, outlet: Outlet): Promise<Subscriber> {
    issue ??= await cursors();
    const interest = interestOf(request, operation, viewer);
    const cursor = request.extensions?.cursor;
    const after = cursor === undefined || cursor === null ? undefined : issue.read(viewer.tenant, cursor);
    const greet = ({ place, resync }: Start): Message | undefined => {
      const start = { sequence: place.sequence, cursor: cursorAt(viewer.tenant, place) };
      outlet.begin?.(start.cursor);
      if (resync) return createMessage({ data: null, extensions: RESYNC }, start);
      return cursor === null ? createMessage({ data: null, extensions: { ready: true } }, start) : undefined;
    };
    try {
      return await hub.join(interest.asked.stream.contract, interest, outlet, { after, greet });
    } catch (error) {
      log.error({ err: error as Error }, 'a subscription could not read the event log');
      throw new LogUnavailable('The event log cannot be read.', { cause: error });
    }
  }

  function answer(operation: Operation, variables: Record<string, unknown>, viewer: Viewer): Promise<Answer> {
    return inSpan('socket operation', { kind: 'server', service: 'gateway', door: true }, async (span): Promise<Answer> => {
      const traceId = span.traceId ?? traceIdOf(undefined);
      const { data, errors } = await graph.executor.run(operation, variables, { viewer, traceId });
      return {
        ...(data === undefined ? {} : { data }),
        ...(errors ? { errors: errors.map((error) => toClientError(error.toJSON(), traceId, log)) } : {}),
      };
    });
  }

  function renew(subscriber: Subscriber, viewer: Viewer, wrap: (errors: readonly GraphQLError[]) => readonly GraphQLError[]): void {
    const { request, asked } = (subscriber.group as Group<StreamInterest>).interest;
    try {
      const interest = interestOf(request, prepare(request, viewer), requireViewer(viewer));
      if (interest.asked.stream.contract.type !== asked.stream!.contract.type)
        throw new GraphQLError('The field is fed by other events than before.');
      hub.move(subscriber, interest.asked.stream.contract, interest);
    } catch (error) {
      subscriber.end({ kind: 'refused', errors: wrap(toErrors(error)) });
    }
  }

  return {
    begin: async (request, viewer, outlet) => {
      const operation = prepare(request, viewer);
      if (operation.node.operation !== 'subscription') return { answer: answer(operation, request.variables ?? {}, viewer) };
      return { subscriber: await subscribe(request, operation, requireViewer(viewer), outlet) };
    },
    reauthorise: (subscriber, viewer) => renew(subscriber, viewer, (errors) => errors),
    reload: (next) => {
      graph = readGraph(next, { generation: graph.generation + 1, waitingEvents });
      for (const subscriber of hub.subscribers()) renew(subscriber, (subscriber.group as Group<StreamInterest>).interest.viewer, reloaded);
    },
  };
}

function toErrors(error: unknown): readonly GraphQLError[] {
  if (error instanceof Refused) return error.errors;
  if (error instanceof GraphQLError) return [error];
  if (error instanceof ServiceError) return [new GraphQLError(error.message, { extensions: { code: error.code, ...error.details } })];
  return [new GraphQLError((error as Error).message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } })];
}

const reloaded = (errors: readonly GraphQLError[]) =>
  errors.map(
    ({ message }) =>
      new GraphQLError(`The schema has changed, and this subscription does not fit it any more: ${message}`, {
        extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' },
      }),
  );
