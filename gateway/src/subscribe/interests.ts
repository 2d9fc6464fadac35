import type { LoggedEvent } from '@customerai/events';
import { type Clock, type KnownViewer, type Logger, newId, notImplemented, type Rpc } from '@customerai/service';
import { continueTrace } from '@customerai/telemetry';
import { type DocumentNode, GraphQLError } from 'graphql';
import { toClientError } from '../errors.ts';
import type { DataSource } from '../execute/create-send.ts';
import type { SubgraphReply } from '../execute/entity-requests.ts';
import { cloneJson } from '../execute/json.ts';
import type { Operation } from '../plan/operations.ts';
import { traceIdOf } from '../trace.ts';
import { createAnswers } from './answers.ts';
import type { Place } from './cursor.ts';
import type { Asked, ServiceStream, StreamGraph } from './graph.ts';
import type { Interest } from './group.ts';
import type { LiveEvent, LiveSource } from './live-hub.ts';
import { createMessage, type Message } from './message.ts';
import type { StreamRequest } from './operate.ts';
import type { Lookup, LogStream, Stream, TopicStream } from './streams.ts';
import type { Upstreams } from './upstream.ts';

/** What a group's members asked. */
export interface StreamInterest extends Interest {
  request: StreamRequest;
  viewer: KnownViewer;
  asked: Asked & { stream: Stream | ServiceStream };
  /** Where it comes from, when not from the log. */
  live?: LiveSource;
}

type Placed = { sequence: number; cursor?: string; last?: boolean };

/** Makes interests of operations that were found valid and permitted. Throws NOT_IMPLEMENTED for a field that nothing feeds. */
export function createInterests(options: {
  cursorAt(tenant: string, place: Place): string;
  logOf(contract: LogStream['contract']): number;
  rpc: Rpc;
  upstreams: Upstreams;
  clock: Clock;
  log: Logger;
}): (graph: StreamGraph, request: StreamRequest, operation: Operation, viewer: KnownViewer) => StreamInterest {
  const { cursorAt, logOf, rpc, upstreams, clock, log } = options;
  const answers = createAnswers();

  return (graph, request, operation, viewer) => {
    const { generation, executor, answerFrom } = graph;
    const variables = request.variables ?? {};
    const asked = graph.ask(operation, variables);
    const { root, stream, args } = asked;
    if (!stream) throw notImplemented(`The subscription "${root.name.value}"`);
    operation.plan(); // so that a fault of planning shows now, and not with the first event
    const { tenant } = viewer;
    const scopes = viewer.scopes.toSorted();
    const filter = stream.kind === 'service' ? undefined : stream.filter;
    const claims = filter?.claims.map((name) => viewer[name]) ?? [];
    // Answers are shared, so they are made for the rights and not for the person: no subscriber is told what holds for another one.
    const reader: KnownViewer = { kind: 'service', id: 'subscriptions', tenant, scopes };
    const answerKey = JSON.stringify([generation, operation.key, asked.below, scopes, tenant]);

    async function message(
      first: DataSource,
      place: Placed,
      about: { traceparent?: string | undefined; eventId?: string; first?: true },
    ): Promise<Message> {
      const traceId = traceIdOf(about.traceparent);
      const extensions = about.first ? { first: true } : {};
      try {
        const { data, errors } = await continueTrace(about.traceparent, () =>
          executor.runEvent(operation, variables, { viewer: reader, traceId }, first),
        );
        return createMessage({ data: data ?? null, errors: errors?.map((error) => toClientError(error.toJSON(), traceId, log)), extensions }, place);
      } catch (error) {
        log.error({ err: error as Error, traceId, eventId: about.eventId }, 'an event could not be answered');
        const masked = toClientError({ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } }, traceId, log);
        return createMessage({ data: null, errors: [masked], extensions }, place);
      }
    }

    const placeOf = (sequence: number): Placed =>
      stream.kind === 'log' ? { sequence, cursor: cursorAt(tenant, { sequence, log: logOf(stream.contract) }) } : { sequence };
    const firstFetch = (event: LiveEvent): DataSource =>
      stream.kind === 'service' ? { process: async () => cloneJson(event.data) as SubgraphReply } : answerFrom!(root.name.value, stream.root(event));
    const { ends, lookup } = stream.kind === 'service' ? {} : stream;
    const answer = ({ sequence, event }: LoggedEvent): Promise<Message> =>
      answers(`${answerKey}${sequence}`, () =>
        message(
          firstFetch(event),
          { ...placeOf(sequence), last: ends?.(event.data as object) ?? false },
          { traceparent: event.traceparent, eventId: event.id },
        ),
      );

    /** The first value where an event would bring more than a key: what is there now, with the same facts. */
    async function lookUp({ field, query }: Lookup, given: Record<string, unknown>, place: Placed): Promise<Message> {
      const traceId = traceIdOf(undefined);
      const { document, hash } = graph.documents.read(query) as { document: DocumentNode; hash: string };
      const [key] = Object.values(given);
      const { data, errors } = await executor.runAnew(graph.operations.prepare(document, hash, undefined), { key }, { viewer: reader, traceId });
      const value = data?.[field] as Record<string, unknown> | null | undefined;
      if (value) return message(answerFrom!(root.name.value, value), { ...place, last: ends?.(value) ?? false }, { first: true });
      const missing = new GraphQLError(`\`${root.name.value}\`: there is nothing of that name for you.`, { extensions: { code: 'NOT_FOUND' } });
      const told = (errors ?? [missing]).map((error) => toClientError(error.toJSON(), traceId, log));
      // What is not there will not come; what could not be asked for may.
      return createMessage({ data: null, errors: told, extensions: { first: true } }, { ...place, last: !errors });
    }

    const first = stream.kind === 'service' ? undefined : stream.first?.(args);
    const live = stream.kind === 'topic' ? topicSource(stream) : stream.kind === 'service' ? serviceSource(stream) : undefined;
    return {
      tenant,
      key: JSON.stringify([generation, operation.key, variables, scopes, claims]),
      slow: stream.slow,
      wants: ({ event }) => filter?.matches({ facts: event.data as object, args, viewer, now: clock() }) ?? true,
      answer,
      request,
      viewer,
      asked: { ...asked, stream },
      ...(live ? { live } : {}),
      ...(ends ? { ends: true } : {}),
      ...(first
        ? {
            first: (at: Place) => {
              const place: Placed = stream.kind === 'log' ? { ...at, cursor: cursorAt(tenant, at) } : { sequence: at.sequence };
              return lookup ? lookUp(lookup, first, place) : message(answerFrom!(root.name.value, first), place, { first: true });
            },
          }
        : {}),
    };

    function topicSource({ topic, about }: TopicStream): LiveSource {
      const subject = about(tenant, args);
      const open: LiveSource['open'] = ({ next }) => rpc.listen(topic, subject, (data) => next(liveEvent(topic.name, data)));
      return { key: JSON.stringify([topic.name, subject]), open };
    }

    function serviceSource({ service, query, variables: names }: ServiceStream): LiveSource {
      const own = Object.fromEntries(names.flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]]])));
      const key = JSON.stringify([service, query, own, tenant, scopes]);
      return {
        key,
        open: ({ next, missed, end }) =>
          upstreams.open(service, { query, variables: own }, reader, { next: (data) => next(liveEvent(service, data)), missed, end }),
      };
    }

    function liveEvent(type: string, data: unknown): LiveEvent {
      return { specversion: '1.0', id: newId(), type, source: 'live', tenant, partitionkey: '', time: clock().toISOString(), data } as LiveEvent;
    }
  };
}
