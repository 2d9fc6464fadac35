import type { EventContract, responseGenerationComplete, reviewItemChanged, sentimentAnalysisComplete } from '@customerai/events';

type DataOf<Contract> = Contract extends EventContract<infer Data> ? Data : never;
export type SentimentFacts = DataOf<typeof sentimentAnalysisComplete>;
export type ResponseFacts = DataOf<typeof responseGenerationComplete>;
export type ReviewChange = DataOf<typeof reviewItemChanged>;
type ReviewState = ReviewChange['after'];

type Maybe<Value> = Value | null | undefined;

export interface SentimentFilter {
  label?: Maybe<readonly string[]>;
  channel?: Maybe<readonly string[]>;
  customerId?: Maybe<string>;
  maxScore?: Maybe<number>;
}

export interface ResponseFilter {
  interactionId?: Maybe<string>;
  status?: Maybe<readonly string[]>;
  maxConfidence?: Maybe<number>;
}

export interface ReviewFilter {
  status?: Maybe<readonly string[]>;
  priority?: Maybe<readonly string[]>;
  assigneeId?: Maybe<string>;
  reason?: Maybe<readonly string[]>;
  overdue?: Maybe<boolean>;
}

/** A condition that is absent or null holds for everything; an empty list for nothing, as in the queries. */
const isOneOf = (wanted: Maybe<readonly string[]>, value: string) => wanted == null || wanted.includes(value);
const isAnyOf = (wanted: Maybe<readonly string[]>, values: readonly string[]) => wanted == null || wanted.some((one) => values.includes(one));
const is = <Value>(wanted: Maybe<Value>, value: Value | undefined) => wanted == null || wanted === value;
const isAtMost = (limit: Maybe<number>, value: number) => limit == null || value <= limit;

export const matchesSentiment = (filter: Maybe<SentimentFilter>, { sentiment, channel, customerId }: SentimentFacts): boolean =>
  !filter ||
  (isOneOf(filter.label, sentiment.label) &&
    isOneOf(filter.channel, channel) &&
    is(filter.customerId, customerId) &&
    isAtMost(filter.maxScore, sentiment.score));

export const matchesResponse = (filter: Maybe<ResponseFilter>, { interactionId, status, confidence }: ResponseFacts): boolean =>
  !filter || (is(filter.interactionId, interactionId) && isOneOf(filter.status, status) && isAtMost(filter.maxConfidence, confidence));

/** States in which an item waits for a decision: only such an item can be overdue. */
const WAITING: readonly ReviewState['status'][] = ['OPEN', 'CLAIMED', 'ESCALATED'];

/** Matches the item as it was or as it is: who watches "open items" must also hear that one is no longer open. */
export function matchesReview(filter: Maybe<ReviewFilter>, { before, after }: Pick<ReviewChange, 'before' | 'after'>, now: Date): boolean {
  if (!filter) return true;
  const fits = (state: ReviewState) =>
    isOneOf(filter.status, state.status) &&
    isOneOf(filter.priority, state.priority) &&
    is(filter.assigneeId, state.assigneeId) &&
    isAnyOf(filter.reason, state.reasons) &&
    is(filter.overdue, WAITING.includes(state.status) && Date.parse(state.dueAt) < now.getTime());
  return fits(after) || (before !== undefined && fits(before));
}
