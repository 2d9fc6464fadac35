import {
  type EventContract,
  interactionNew,
  responseGenerationComplete,
  reviewCompleted,
  reviewItemChanged,
  reviewRequired,
  sentimentAnalysisComplete,
  sentimentAnalysisRevised,
} from '@customerai/events';
import { newId } from '@customerai/service';
import { createTestParts, type TestParts } from '@customerai/testkit';
import { startAnalytics } from '../src/index.ts';

/** Analytics on real embedded parts, with a warehouse in memory unless `env` names a file. */
export async function startTestAnalytics(env: Record<string, string> = { WAREHOUSE_PATH: ':memory:' }, shared?: TestParts) {
  const stack = new AsyncDisposableStack();
  const parts = shared ?? stack.use(await createTestParts());
  const service = stack.use(await startAnalytics(env, parts));
  return {
    parts,
    subgraph: service.subgraph,
    drain: () => parts.bus.settle(),
    evaluateAlerts: () => service.evaluateAlerts(),
    /** Facts are in, rules evaluated, and what they told has been heard. */
    settle: async () => {
      await parts.bus.settle();
      await service.settle();
      await parts.bus.settle();
    },
    snapshot: (directory: string) => service.snapshot!(directory),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export const minutes = (count: number) => count * 60_000;
export const after = (time: string, milliseconds: number) => new Date(Date.parse(time) + milliseconds).toISOString();

export interface Story {
  interactionId: string;
  customerId: string;
  channel: 'EMAIL' | 'CHAT' | 'PHONE';
  language: string;
  /** The customer wrote. */
  receivedAt: string;
  /** The platform took it in. */
  acceptedAt: string;
  sentiment?: {
    label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
    score: number;
    model?: string;
    emotions?: string[];
    aspects?: { category: string; label: 'NEGATIVE' | 'POSITIVE'; score: number }[];
  };
  /** Milliseconds from accepting to the draft. */
  draftedAfter?: number;
  failed?: boolean;
  review?: {
    reasons: string[];
    dueAt: string;
    status?: 'OPEN' | 'CLAIMED' | 'ESCALATED';
    decision?: { action: 'APPROVE' | 'EDIT' | 'REJECT'; by: string; after: number };
  };
}

export const story = (part: Partial<Story> = {}): Story => ({
  interactionId: newId(),
  customerId: 'customer-1',
  channel: 'EMAIL',
  language: 'en',
  receivedAt: '2026-03-02T08:00:00.000Z',
  acceptedAt: part.receivedAt ?? '2026-03-02T08:00:00.000Z',
  ...part,
});

/** The events that the other services raise over the life of one interaction. */
export function eventsOf(tenant: string, told: Story) {
  const { interactionId, customerId, channel, language, receivedAt, acceptedAt } = told;
  const keys = { interactionId, customerId, channel };
  const make = <Data>(contract: EventContract<Data>, source: string, time: string, data: Data) =>
    contract.create({ id: newId(), source, tenant, partitionkey: customerId, time: new Date(time), data });
  const events = [make(interactionNew, 'sentiment', acceptedAt, { ...keys, language, receivedAt })];
  if (told.sentiment) {
    const { label, score, model = 'polarity@1.0.0', emotions, aspects } = told.sentiment;
    const [name, version] = model.split('@') as [string, string];
    const data = {
      ...keys,
      analysisId: interactionId,
      language,
      receivedAt,
      analyzedAt: acceptedAt,
      sentiment: { label, score, confidence: 0.9 },
      model: { name, version },
      emotions,
      aspects,
    };
    events.push(make(sentimentAnalysisComplete, 'sentiment', acceptedAt, data) as never);
  }
  if (told.draftedAfter !== undefined) {
    const generatedAt = after(acceptedAt, told.draftedAfter);
    const responseId = `response-${interactionId}`;
    const status = told.failed ? ('FAILED' as const) : ('DRAFT' as const);
    const data = {
      ...keys,
      responseId,
      receivedAt,
      generatedAt,
      status,
      confidence: 0.8,
      groundedness: 0.7,
      flags: [],
      piiTypes: [],
      model: { name: 'composer', version: '1' },
    };
    events.push(make(responseGenerationComplete, 'generation', generatedAt, data) as never);
    if (told.review) events.push(...reviewEvents(generatedAt, { ...keys, responseId, reviewItemId: `review-${interactionId}` }, told.review));
  }
  return events;

  function reviewEvents(
    openedAt: string,
    itemKeys: typeof keys & { responseId: string; reviewItemId: string },
    review: NonNullable<Story['review']>,
  ): any[] {
    const { reasons, dueAt, status = 'OPEN', decision } = review;
    const facts = (status: string) => ({ status, priority: 'NORMAL', reasons, dueAt }) as any;
    const at = (step: number) => after(openedAt, step);
    const made: any[] = [
      make(reviewItemChanged, 'review', at(0), { ...itemKeys, change: 'ADDED', after: facts('OPEN'), at: at(0) }),
      make(reviewRequired, 'review', at(0), { ...itemKeys, reasons, priority: 'NORMAL', dueAt, at: at(0) }),
    ];
    if (status !== 'OPEN')
      made.push(
        make(reviewItemChanged, 'review', at(1), { ...itemKeys, change: status, before: facts('OPEN'), after: facts(status), at: at(1) } as any),
      );
    if (decision) {
      const decidedAt = at(decision.after);
      const done = { APPROVE: 'APPROVED', EDIT: 'EDITED', REJECT: 'REJECTED' }[decision.action];
      made.push(
        make(reviewItemChanged, 'review', decidedAt, {
          ...itemKeys,
          change: 'DECIDED',
          before: facts(status),
          after: facts(done),
          at: decidedAt,
        } as any),
      );
      made.push(
        make(reviewCompleted, 'review', decidedAt, {
          ...itemKeys,
          action: decision.action,
          reasons,
          decidedBy: decision.by,
          createdAt: at(0),
          decidedAt,
          labels: [],
        }),
      );
    }
    return made;
  }
}

export async function tell(parts: TestParts, tenant: string, stories: readonly Story[]) {
  const events = stories.flatMap((told) => eventsOf(tenant, told));
  await Promise.all(events.map((event) => parts.bus.publish(event as never)));
  return events;
}

/** Mulberry32: the same numbers for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The event by which a story's analysis takes the place of an earlier one of the same interaction. */
export function revisionOf(tenant: string, told: Story) {
  const complete: any = eventsOf(tenant, told)[1];
  const data = { ...complete.data, previousModel: { name: 'polarity', version: '0.9.0' } };
  return sentimentAnalysisRevised.create({ ...complete, id: newId(), source: 'sentiment', time: new Date(complete.time), data });
}
