import { RETAINED, type RetainedData } from '@customerai/service';
import { type Problem, problem } from './problem.ts';
import { type RequestStatus, type RequestStep, SERVICES } from './request.ts';

/** How long a kind of data is kept. */
export interface RetentionRule {
  data: RetainedData;
  /** ISO 8601, of years, months, weeks and days. */
  keepFor: string;
  /** Id of who said so. */
  setBy: string;
  setAt: Date;
  /** Of the tenant's policy, when this rule was set. */
  version: number;
}

/** All rules of a tenant. Kinds without one are kept until somebody removes them. */
export interface RetentionPolicy {
  tenant: string;
  /** 1, 2, 3 ...: each change is a version. */
  version: number;
  rules: RetentionRule[];
}

/** One round of removing, or only counting, what is too old. */
export interface RetentionRun {
  id: string;
  tenant: string;
  dryRun: boolean;
  /** Of the policy as it was when the round began. */
  version: number;
  /** By kind: messages of before then are too old. */
  cutoffs: { data: RetainedData; before: Date }[];
  status: RequestStatus;
  steps: RequestStep[];
  requestedBy: string;
  startedAt: Date;
  completedAt?: Date;
  /** Nobody tries any more after it. */
  dueAt: Date;
  tries: number;
}

export const DAY_MS = 24 * 60 * 60 * 1000;
/** Events are kept so long: what is younger may be made anew from them. */
const LEAST_DAYS = 7;
const FORM = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/;

/** The time before which messages are too old; undefined for a duration that is not of years, months, weeks and days. The 31st less a month is the last day of the month. */
export function cutoffOf(keepFor: string, now: Date): Date | undefined {
  const parts = FORM.exec(keepFor)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return undefined;
  const [years, months, weeks, days] = parts as [number, number, number, number];
  const date = new Date(now);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months - 12 * years);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(now.getUTCDate(), last));
  return new Date(date.getTime() - (weeks * 7 + days) * DAY_MS);
}

export const isRetained = (data: string): data is RetainedData => (RETAINED as readonly string[]).includes(data);

export function checkData(data: string): Problem | undefined {
  return isRetained(data) ? undefined : problem('data', `There is no kind "${data}": give one of ${RETAINED.join(', ')}.`);
}

export function checkRule({ data, keepFor }: { data: string; keepFor: string }, now: Date): Problem | undefined {
  const wrong = checkData(data);
  if (wrong) return wrong;
  const cutoff = cutoffOf(keepFor, now);
  if (!cutoff) return problem('keepFor', 'Give years, months, weeks and days, such as P90D or P1Y6M.');
  if (now.getTime() - cutoff.getTime() < LEAST_DAYS * DAY_MS)
    return problem('keepFor', `Give at least ${LEAST_DAYS} days: events are kept so long, and what is younger could come back from them.`);
  return undefined;
}

/** A draft has its message's words, and a review item shows both: neither may outlive what it hangs on. Figures have no words, and stand for themselves. */
const HANGS_ON: Record<RetainedData, readonly RetainedData[]> = {
  interactions: ['interactions'],
  drafts: ['drafts', 'interactions'],
  reviews: ['reviews', 'drafts', 'interactions'],
  analytics: ['analytics'],
};

/** From when on messages are kept, by kind: by its own rule, or by the strictest of what it hangs on. Kinds that are kept altogether are absent. */
export function cutoffsOf(rules: readonly Pick<RetentionRule, 'data' | 'keepFor'>[], now: Date): { data: RetainedData; before: Date }[] {
  return RETAINED.flatMap((data) => {
    const times = rules.filter((rule) => HANGS_ON[data].includes(rule.data)).map(({ keepFor }) => cutoffOf(keepFor, now)!.getTime());
    return times.length === 0 ? [] : [{ data, before: new Date(Math.max(...times)) }];
  });
}

/** All services, those first whose data hangs on that of later ones. */
const ORDER = ['review', 'generation', ...SERVICES.filter((service) => service !== 'review' && service !== 'generation')];

export function newRun(policy: RetentionPolicy, given: Pick<RetentionRun, 'id' | 'dryRun' | 'requestedBy'>, now: Date): RetentionRun {
  const steps = ORDER.map((service): RequestStep => ({ service, status: 'PENDING', records: 0 }));
  const { tenant, version, rules } = policy;
  const times = { startedAt: now, dueAt: new Date(now.getTime() + DAY_MS) }; // then comes the next round
  return { ...given, tenant, version, cutoffs: cutoffsOf(rules, now), status: 'PENDING', steps, ...times, tries: 0 };
}
