const FIRST_MS = 200;
const CAP_MS = 15_000;

/**
 * Wait before the next start of a process that ended by itself, in ms: doubled for each start in a row that did not last, at most 15 s, and
 * spread over its upper half, so that processes that fell together do not all start together. `random` is from 0 to 1.
 */
export function restartDelay(failures: number, random: number): number {
  const full = Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(failures, 20));
  return Math.round(full / 2 + (full / 2) * random);
}
