import { type Problem, checkName, problem } from './problem.ts';

export type RequestKind = 'ERASURE' | 'EXPORT';
export type RequestStatus = 'PENDING' | 'RUNNING' | 'COMPLETED' | 'FAILED';

/** One service's part of a request. */
export interface RequestStep {
  service: string;
  status: RequestStatus;
  /** Removed, or handed out. */
  records: number;
  at?: Date;
  /** Why it failed the last time. */
  error?: string;
}

/** What was asked for of one customer's data. Its id is a UUIDv7: an erasure takes what has an older one. */
export interface PrivacyRequest {
  id: string;
  tenant: string;
  kind: RequestKind;
  customerId: string;
  status: RequestStatus;
  steps: RequestStep[];
  reason?: string;
  /** Id of who asked. */
  requestedBy: string;
  requestedAt: Date;
  completedAt?: Date;
  dueAt: Date;
  /** How often all steps that are left were gone through. */
  tries: number;
  /** Of an export: until then it can be fetched. */
  keptUntil?: Date;
}

/** Every service answers for what it keeps of customers, also those that keep nothing: a request is done when all have. */
export const SERVICES = ['sentiment', 'generation', 'review', 'analytics', 'ai', 'privacy', 'fairness', 'auth'] as const;

const DAY_MS = 24 * 60 * 60 * 1000;
/** GDPR, article 12(3): within a month. */
const DUE_MS = 30 * DAY_MS;
export const EXPORT_KEPT_MS = 7 * DAY_MS;
const MAX_REASON = 500;

export function checkRequest({ customerId, reason }: { customerId: string; reason?: string | null | undefined }): Problem | undefined {
  const wrong = checkName(customerId, 'customerId');
  if (wrong) return wrong;
  if (reason && reason.length > MAX_REASON)
    return problem('reason', `\`reason\` has ${reason.length.toLocaleString('en-US')} characters; at most ${MAX_REASON} are accepted.`);
  return undefined;
}

export function newRequest(
  given: Pick<PrivacyRequest, 'id' | 'tenant' | 'kind' | 'customerId' | 'requestedBy'> & { reason?: string | null | undefined },
  now: Date,
): PrivacyRequest {
  const { reason, ...rest } = given;
  const steps = SERVICES.map((service): RequestStep => ({ service, status: 'PENDING', records: 0 }));
  const dueAt = new Date(now.getTime() + DUE_MS);
  return { ...rest, ...(reason ? { reason } : {}), status: 'PENDING', steps, requestedAt: now, dueAt, tries: 0 };
}

/** 5 s, 20 s, 80 s, about 5 and 21 minutes, then every hour. */
const waitMs = (tries: number): number => Math.min(60 * 60_000, 5_000 * 4 ** (tries - 1));
/** After so many tries (some two minutes) a request that is not through says so; it is tried on. */
const PATIENCE = 4;

export type Outcome = { done: true } | { done: false; status: 'RUNNING' | 'FAILED'; nextAt: Date | undefined };

/** What becomes of a request after all its steps were tried: done when every service is, else tried again with growing waits until the law's time is over. */
export function outcomeOf({ steps, tries, dueAt }: Pick<PrivacyRequest, 'steps' | 'tries' | 'dueAt'>, now: Date): Outcome {
  if (steps.every(({ status }) => status === 'COMPLETED')) return { done: true };
  const nextAt = new Date(now.getTime() + waitMs(tries));
  if (nextAt > dueAt) return { done: false, status: 'FAILED', nextAt: undefined };
  return { done: false, status: tries >= PATIENCE ? 'FAILED' : 'RUNNING', nextAt };
}
