import { createHash } from 'node:crypto';
import type { ReviewPriority } from './review-item.ts';

/** What is known of a draft when it is decided whether a person must see it. */
export interface DraftFacts {
  responseId: string;
  /** 0 to 1. */
  confidence: number;
  /** Share of the answer that its sources carry, 0 to 1. */
  groundedness: number;
  flags: readonly string[];
  /** Types of personal data that were hidden before drafting. */
  piiTypes: readonly string[];
  sentiment?: { label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE'; score: number };
}

export interface PolicySettings {
  /** Scores up to this one are negative, -1 to 1. */
  negativeBelow: number;
  /** Scores up to this one, together with another concern, are urgent. */
  urgentBelow: number;
  minConfidence: number;
  minGroundedness: number;
  /** Share of all drafts that is looked at whatever the rest says, 0 to 1. */
  sampleShare: number;
}

export interface Verdict {
  /** In a fixed order, each once. */
  reasons: string[];
  priority: ReviewPriority;
}

/** Flags with a reason of their own; any other flag is a matter of policy, so that a flag we do not know leads to a person, not past one. */
const REASON_OF_FLAG: Readonly<Record<string, string>> = { ungrounded: 'ungrounded', pii: 'pii', low_confidence: 'low_confidence' };
const ORDER = ['negative_sentiment', 'policy', 'pii', 'ungrounded', 'low_confidence', 'sample'];

/**
 * Whether a share of all ids includes this one. The same id always gets the same answer, whoever asks and however often: a redelivered event
 * cannot be drawn twice, and nobody can roll the dice again.
 */
export function isSampled(id: string, share: number): boolean {
  return createHash('sha256').update(`sample:${id}`).digest().readUIntBE(0, 6) / 2 ** 48 < share;
}

/** Decides whether a draft needs a person; undefined when it does not. Several reasons add up. */
export function reviewVerdict(draft: DraftFacts, settings: PolicySettings): Verdict | undefined {
  const { sentiment } = draft;
  const found = new Set(draft.flags.map((flag) => REASON_OF_FLAG[flag] ?? 'policy'));
  if (sentiment && (sentiment.label === 'NEGATIVE' || sentiment.score <= settings.negativeBelow)) found.add('negative_sentiment');
  if (draft.confidence < settings.minConfidence) found.add('low_confidence');
  if (draft.groundedness < settings.minGroundedness) found.add('ungrounded');
  if (draft.piiTypes.length > 0) found.add('pii');
  if (isSampled(draft.responseId, settings.sampleShare)) found.add('sample');
  if (found.size === 0) return undefined;
  const veryNegative = sentiment !== undefined && sentiment.score <= settings.urgentBelow;
  return { reasons: ORDER.filter((reason) => found.has(reason)), priority: priorityOf(found, veryNegative) };
}

function priorityOf(found: ReadonlySet<string>, veryNegative: boolean): ReviewPriority {
  if (veryNegative && ['policy', 'pii', 'ungrounded'].some((reason) => found.has(reason))) return 'URGENT';
  if (found.has('negative_sentiment') || found.has('policy')) return 'HIGH';
  if (found.size === 1 && found.has('sample')) return 'LOW';
  return 'NORMAL';
}
