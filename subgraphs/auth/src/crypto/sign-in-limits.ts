import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { tooManyAttempts } from '../errors.ts';

const FREE_ATTEMPTS = 5;
const MAX_DELAY_SECONDS = 15 * 60;
const REMEMBER_SECONDS = 24 * 60 * 60;

/** Seconds to wait after the n-th failure in a row: none for the first four, then 1, 2, 4 ... up to 15 minutes. */
export function delayAfter(failures: number): number {
  return failures < FREE_ATTEMPTS ? 0 : Math.min(2 ** (failures - FREE_ATTEMPTS), MAX_DELAY_SECONDS);
}

export interface SignInLimits {
  /**
   * Makes an attempt and answers whether it was right. It is counted before it is made, so that attempts side by side count one by one; a right
   * one clears the count, one that could not be made (`work` throws) is not counted. Throws RATE_LIMITED with `retryAfter` in seconds.
   */
  attempt(account: string, work: () => Promise<boolean>): Promise<boolean>;
}

/**
 * Failed attempts by account, whether it exists or not, kept in this process for a day. Accounts are kept as hashes.
 * Nobody can be locked out for good by a stranger: the delay never exceeds 15 minutes, and refused attempts do not lengthen it.
 */
export function createSignInLimits(): SignInLimits {
  const failures = new RateLimiterMemory({ keyPrefix: 'failures', points: Number.MAX_SAFE_INTEGER, duration: REMEMBER_SECONDS });
  const gate = new RateLimiterMemory({ keyPrefix: 'gate', points: 1, duration: MAX_DELAY_SECONDS });
  const keyOf = (account: string) => createHash('sha256').update(account).digest('base64url');
  const refuse = ({ msBeforeNext }: RateLimiterRes) => tooManyAttempts(Math.max(1, Math.ceil(msBeforeNext / 1000)));

  async function begin(key: string): Promise<void> {
    const closed = await gate.get(key);
    if (closed && closed.consumedPoints > 0 && closed.msBeforeNext > 0) throw refuse(closed);
    const { consumedPoints } = await failures.penalty(key);
    const delay = delayAfter(consumedPoints);
    if (delay === 0) return;
    try {
      // Only one of several attempts side by side passes; its passing closes the gate for the delay.
      await gate.consume(key, 1, { customDuration: delay });
    } catch (error) {
      throw error instanceof RateLimiterRes ? refuse(error) : error;
    }
  }

  return {
    attempt: async (account, work) => {
      const key = keyOf(account);
      await begin(key);
      let right: boolean;
      try {
        right = await work();
      } catch (error) {
        await Promise.all([failures.reward(key), gate.delete(key)]);
        throw error;
      }
      if (right) await Promise.all([failures.delete(key), gate.delete(key)]);
      return right;
    },
  };
}
