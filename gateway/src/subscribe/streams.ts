import { type CloudEvent, type EventContract, responseGenerationComplete, reviewItemChanged, sentimentAnalysisComplete } from '@customerai/events';
import { ConfigError } from '@customerai/service';
import { type ConstDirectiveNode, Kind, parse } from 'graphql';
import { matchesResponse, matchesReview, matchesSentiment } from './filters.ts';

/** How one event type becomes the value of a Subscription field: which events a subscriber wants, and the keys and facts that an event answers with. */
export interface Stream<Data = any> {
  contract: EventContract<Data>;
  matches(data: Data, args: Record<string, any>, now: Date): boolean;
  root(event: CloudEvent<Data>): Record<string, unknown>;
}

const defineStream = <Data>(stream: Stream<Data>): Stream<Data> => stream;

/** The event types that Subscription fields may be fed from, by `@eventStream`. */
const STREAMS: readonly Stream[] = [
  defineStream({
    contract: sentimentAnalysisComplete,
    matches: (data, { filter }) => matchesSentiment(filter, data),
    root: ({ data }) => ({ id: data.analysisId }),
  }),
  defineStream({
    contract: responseGenerationComplete,
    matches: (data, { filter }) => matchesResponse(filter, data),
    root: ({ data }) => ({ id: data.responseId }),
  }),
  defineStream({
    contract: reviewItemChanged,
    matches: (data, { filter }, now) => matchesReview(filter, data, now),
    root: ({ id, data }) => ({ id, change: data.change, at: data.at, item: { id: data.reviewItemId } }),
  }),
];

/** Subscription field to stream, as the graph's `@eventStream` directives say. Throws when one names an event type that nothing here knows. */
export function readStreams(supergraphSdl: string): ReadonlyMap<string, Stream> {
  const fields = parse(supergraphSdl).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Subscription' ? (definition.fields ?? []) : [],
  );
  return new Map(
    fields.flatMap(({ name, directives = [] }) => {
      const type = directives.map(typeOf).find(Boolean);
      if (!type) return [];
      const stream = STREAMS.find(({ contract }) => contract.type === type);
      if (!stream)
        throw new ConfigError(
          `The graph feeds "${name.value}" from events of type "${type}", which this gateway does not know. Add it to streams.ts.`,
        );
      return [[name.value, stream] as const];
    }),
  );
}

function typeOf({ name, arguments: given = [] }: ConstDirectiveNode): string | undefined {
  if (name.value !== 'eventStream') return undefined;
  const value = given.find((argument) => argument.name.value === 'type')?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
