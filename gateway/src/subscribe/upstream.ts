import { type KnownViewer, type Logger, unavailable } from '@customerai/service';
import { GraphQLError } from 'graphql';
import { setTimeout as wait } from 'node:timers/promises';
import { readErrors, toGraphqlError } from '../execute/subgraph-errors.ts';
import { Refused } from './refused.ts';
import type { Ending } from './subscriber.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
const TRIES = 8; // in a row; the last ones 5 s apart

/** A subscription as a service is asked for it. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

/** What one try to stream from a service tells. */
export interface Telling {
  /** The subscription is in place. */
  ready(): void;
  /** A GraphQL result as the service sent it. */
  next(payload: unknown): void;
}

/** A protocol: streams until the service has no more (`complete`, or `refused` with its errors). Rejects when the way to the service breaks. */
export type Streaming = (question: Question, viewer: KnownViewer, telling: Telling, signal: AbortSignal) => Promise<Ending>;

/** Subscriptions of services themselves, as far as they have been said to have any. */
export interface Upstreams {
  feeds(service: string): boolean;
  /**
   * Resolves once the service streams; over broken connections it is asked again, and `missed` told. Rejects with `Refused` (its errors) or
   * SERVICE_UNAVAILABLE when it does not begin.
   */
  open(
    service: string,
    question: Question,
    viewer: KnownViewer,
    sink: { next(payload: unknown): void; missed(): void; end(ending: Ending): void },
  ): Promise<AsyncDisposable>;
}

/** `protocols`: by service. */
export function createUpstreams(protocols: ReadonlyMap<string, Streaming>, log: Logger): Upstreams {
  return {
    feeds: (service) => protocols.has(service),
    open: async (service, question, viewer, sink) => {
      const stream = protocols.get(service)!;
      const stop = new AbortController();
      const begun = Promise.withResolvers<void>();
      let open = false;

      async function run(): Promise<void> {
        for (let failures = 0; !stop.signal.aborted;) {
          const ready = () => {
            failures = 0;
            if (open) sink.missed();
            open = true;
            begun.resolve();
          };
          try {
            const ending = await stream(question, viewer, { ready, next: sink.next }, stop.signal);
            if (stop.signal.aborted) return;
            if (open || ending.kind !== 'refused') return sink.end(ending);
            return begun.reject(new Refused(ending.errors));
          } catch (error) {
            if (stop.signal.aborted) return;
            log.warn({ err: error as Error, subgraph: service }, 'a service stopped streaming');
            if (!open) return begun.reject(unavailable('The service that this field streams from', error));
            if (++failures === TRIES) return sink.end({ kind: 'broken' });
            await wait(Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS), undefined, { signal: stop.signal }).catch(() => {});
          }
        }
      }

      void run().then(begun.resolve);
      await begun.promise;
      return { [Symbol.asyncDispose]: async () => stop.abort() };
    },
  };
}

/** Errors that a service ended a stream with. */
export function endingOf(errors: unknown, service: string): Ending {
  const told = readErrors(errors);
  if (told.length === 0) return { kind: 'complete' };
  return { kind: 'refused', errors: told.map((error): GraphQLError => toGraphqlError(error, service, undefined)) };
}
