import { createParser } from 'eventsource-parser';
import type { OpenStream } from '../plan/subgraph-client.ts';
import { traceIdOf } from '../trace.ts';
import type { Ending } from './subscriber.ts';
import { endingOf, type Streaming } from './upstream.ts';

const MAX_EVENT_CHARACTERS = 16 * 1024 * 1024;

/** A service's own subscriptions over server-sent events, in the "distinct connections mode" of graphql-sse. */
export const sseStreaming =
  (service: string, open: OpenStream): Streaming =>
  async ({ query, variables }, viewer, { ready, next }, signal) => {
    const answer = await open({ query, variables }, { viewer, traceId: traceIdOf(undefined) }, { accept: 'text/event-stream', signal });
    if (!answer.type.startsWith('text/event-stream')) {
      const { errors } = readJson(await answer.text());
      if (errors === undefined) throw new Error(`"${service}" answered a subscription with HTTP status ${answer.status}, and not with a stream.`);
      return endingOf(errors, service);
    }
    ready();
    let ending: Ending | undefined;
    let held = 0;
    const parser = createParser({
      onEvent: ({ event, data }) => {
        held = 0;
        if (event === 'complete') ending ??= { kind: 'complete' };
        else if (event === 'next' && !ending) next(readJson(data));
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of answer.body) {
      held += chunk.length;
      if (held > MAX_EVENT_CHARACTERS) throw new Error(`"${service}" sent an event that is too large.`);
      parser.feed(decoder.decode(chunk, { stream: true }));
      if (ending) return ending;
    }
    throw new Error(`"${service}" broke off its stream.`);
  };

function readJson(text: string): { errors?: unknown } {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('A GraphQL result is an object.');
  return value;
}
