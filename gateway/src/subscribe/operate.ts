import { type Clock, type KnownViewer, type Logger, requireViewer, type Rpc, ServiceError, type Viewer } from '@customerai/service';
import { inSpan } from '@customerai/telemetry';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { authorise } from '../auth/authorise.ts';
import { toClientError } from '../errors.ts';
import type { Operation } from '../plan/operations.ts';
import type { PersistedDocuments } from '../persisted.ts';
import { traceIdOf } from '../trace.ts';
import type { Cursors, Place } from './cursor.ts';
import { type Graph, readGraph, type StreamGraph } from './graph.ts';
import type { Group } from './group.ts';
import type { Hub, Start } from './hub.ts';
import { createInterests, type StreamInterest } from './interests.ts';
import type { LiveHub } from './live-hub.ts';
import { createMessage, type Message, NOT_KEPT, RESYNC } from './message.ts';
import { LogUnavailable, Refused } from './refused.ts';
import type { Outlet, Subscriber } from './subscriber.ts';
import type { Upstreams } from './upstream.ts';

/** What a client sends, whatever the transport. */
export interface StreamRequest {
  query: string;
  /** Of a persisted operation, in place of `query`. */
  documentId?: string | undefined;
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

export function createOperator(options: {
  graph: Graph;
  persisted: PersistedDocuments;
  hub: Hub<StreamInterest>;
  live: LiveHub<StreamInterest>;
  upstreams: Upstreams;
  rpc: Rpc;
  cursors(): Promise<Cursors>;
  waitingEvents: number;
  clock: Clock;
  log: Logger;
}): Operator {
  const { persisted, hub, live, upstreams, cursors, waitingEvents, log } = options;
  const read = (next: Graph, generation: number) => readGraph(next, { generation, waitingEvents, feeds: upstreams.feeds });
  let graph: StreamGraph = read(options.graph, 1);
  let issue: Cursors | undefined;
  /** Needs the cursors' key to be there. */
  const cursorAt = (tenant: string, place: Place) => issue!.issue(tenant, place);
  const toInterest = createInterests({ ...options, cursorAt, logOf: hub.logOf });

  function prepare({ query, operationName }: StreamRequest, viewer: Viewer): Operation {
    const known = graph.documents.read(query);
    if ('errors' in known) throw new Refused(known.errors);
    const operation = graph.operations.prepare(known.document, known.hash, operationName);
    authorise(viewer, operation.access);
    return operation;
  }

  async function subscribe(request: StreamRequest, operation: Operation, viewer: KnownViewer, outlet: Outlet): Promise<Subscriber> {
    issue ??= await cursors();
    const interest = toInterest(graph, request, operation, viewer);
    const { stream } = interest.asked;
    const cursor = request.extensions?.cursor;
    const after = cursor === undefined || cursor === null ? undefined : issue.read(viewer.tenant, cursor);
    if (stream.kind !== 'log') return subscribeLive(interest, cursor, outlet);
    const greet = ({ place, resync }: Start): Message | undefined => {
      const start = { sequence: place.sequence, cursor: cursorAt(viewer.tenant, place) };
      outlet.begin?.(start.cursor);
      if (resync) return createMessage({ data: null, extensions: RESYNC }, start);
      return cursor === null ? createMessage({ data: null, extensions: { ready: true } }, start) : undefined;
    };
    try {
      return await hub.join(stream.contract, interest, outlet, { after, greet });
    } catch (error) {
      log.error({ err: error as Error }, 'a subscription could not read the event log');
      throw new LogUnavailable('The event log cannot be read.', { cause: error });
    }
  }

  function subscribeLive(interest: StreamInterest, cursor: unknown, outlet: Outlet): Promise<Subscriber> {
    return live.join(interest.live!, interest, outlet, (sequence) => {
      outlet.begin?.('');
      if (typeof cursor === 'string') return createMessage({ data: null, extensions: NOT_KEPT }, { sequence });
      return cursor === null ? createMessage({ data: null, extensions: { ready: true } }, { sequence }) : undefined;
    });
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
      const interest = toInterest(graph, request, prepare(request, viewer), requireViewer(viewer));
      const { stream } = interest.asked;
      if (sourceOf(stream) !== sourceOf(asked.stream)) throw new GraphQLError('The field is fed by other events than before.');
      if (stream.kind === 'log') hub.move(subscriber, stream.contract, interest);
      else live.move(subscriber, interest.live!, interest);
    } catch (error) {
      subscriber.end({ kind: 'refused', errors: wrap(toErrors(error)) });
    }
  }

  return {
    begin: async (asked, viewer, outlet) => {
      const request = persisted.resolve(asked);
      const operation = prepare(request, viewer);
      if (operation.node.operation !== 'subscription') return { answer: answer(operation, request.variables ?? {}, viewer) };
      return { subscriber: await subscribe(request, operation, requireViewer(viewer), outlet) };
    },
    reauthorise: (subscriber, viewer) => renew(subscriber, viewer, (errors) => errors),
    reload: (next) => {
      graph = read(next, graph.generation + 1);
      for (const subscriber of [...hub.subscribers(), ...live.subscribers()])
        renew(subscriber, (subscriber.group as Group<StreamInterest>).interest.viewer, reloaded);
    },
  };
}

const sourceOf = (stream: StreamInterest['asked']['stream']): string =>
  stream.kind === 'log' ? stream.contract.type : stream.kind === 'topic' ? stream.topic.name : `service ${stream.service}`;

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
