import { type Env, parseEnv } from '@customerai/service';
import { z } from 'zod';
import type { PolicySettings } from './domain/policy.ts';
import type { ReviewPriority } from './domain/review-item.ts';

const ISO = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of `PT10M` or of plain seconds, at least `minimum` seconds. */
const duration = (minimum: number) =>
  z.string().transform((text, context) => {
    const [, days, hours, minutes, seconds] = ISO.exec(text) ?? [];
    const iso = ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0);
    const total = /^\d+$/.test(text) ? Number(text) : ISO.test(text) && text !== 'P' ? iso : Number.NaN;
    if (total >= minimum) return total * 1000;
    context.addIssue({ code: 'custom', message: `must be a duration like PT10M, or seconds, and at least ${minimum} s` });
    return z.NEVER;
  });

const share = (fallback: number) => z.coerce.number().min(0).max(1).default(fallback);
const score = (fallback: number) => z.coerce.number().min(-1).max(1).default(fallback);
const MINUTE = 60_000;

const shape = {
  REVIEW_NEGATIVE_BELOW: score(-0.4),
  REVIEW_URGENT_BELOW: score(-0.8),
  REVIEW_MIN_CONFIDENCE: share(0.45),
  REVIEW_MIN_GROUNDEDNESS: share(0.8),
  REVIEW_SAMPLE_SHARE: share(0.05),
  REVIEW_LEASE: duration(10).default(10 * MINUTE),
  REVIEW_DUE_URGENT: duration(1).default(15 * MINUTE),
  REVIEW_DUE_HIGH: duration(1).default(60 * MINUTE),
  REVIEW_DUE_NORMAL: duration(1).default(4 * 60 * MINUTE),
  REVIEW_DUE_LOW: duration(1).default(24 * 60 * MINUTE),
  REVIEW_SWEEP: duration(1).default(2_000),
};

export interface Config {
  policy: PolicySettings;
  leaseMs: number;
  /** Time until an item is due, in ms. */
  dueMs: Readonly<Record<ReviewPriority, number>>;
  /** How often leases that ran out are looked for, in ms. */
  sweepMs: number;
}

/** Throws `ConfigError` with every problem at once. */
export function parseConfig(env: Env): Readonly<Config> {
  const given = parseEnv(shape, env);
  return Object.freeze({
    policy: Object.freeze({
      negativeBelow: given.REVIEW_NEGATIVE_BELOW,
      urgentBelow: given.REVIEW_URGENT_BELOW,
      minConfidence: given.REVIEW_MIN_CONFIDENCE,
      minGroundedness: given.REVIEW_MIN_GROUNDEDNESS,
      sampleShare: given.REVIEW_SAMPLE_SHARE,
    }),
    leaseMs: given.REVIEW_LEASE,
    dueMs: Object.freeze({
      URGENT: given.REVIEW_DUE_URGENT,
      HIGH: given.REVIEW_DUE_HIGH,
      NORMAL: given.REVIEW_DUE_NORMAL,
      LOW: given.REVIEW_DUE_LOW,
    }),
    sweepMs: given.REVIEW_SWEEP,
  });
}
