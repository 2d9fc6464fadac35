/**
 * Which sequences of the log one consumer has finished: everything up to `floor`, and the closed intervals above it.
 * Keys overtake each other (a customer that waits for a retry holds the floor back), so a single number cannot say it.
 */
export interface Progress {
  readonly floor: number;
  has(sequence: number): boolean;
  /** Marks `first` to `last`, both included. Marking twice is harmless. */
  finish(first: number, last?: number): void;
  /** The intervals above the floor, lowest first, at most `limit` of them: what is cut off is merely delivered again after a restart. */
  above(limit?: number): [first: number, last: number][];
}

export function createProgress(start = 0, finished: readonly (readonly [number, number])[] = []): Progress {
  let floor = start;
  const intervals: [number, number][] = [];

  /** Index of the first interval that ends at or after the sequence. */
  function locate(sequence: number): number {
    let low = 0;
    let high = intervals.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (intervals[middle]![1] < sequence) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function finish(first: number, last = first): void {
    if (last <= floor) return;
    let from = Math.max(first, floor + 1);
    let to = last;
    // Neighbours that touch are merged too, hence the one added on either side.
    const index = locate(from - 1);
    let end = index;
    while (end < intervals.length && intervals[end]![0] <= to + 1) {
      from = Math.min(from, intervals[end]![0]);
      to = Math.max(to, intervals[end]![1]);
      end += 1;
    }
    if (from === floor + 1) {
      floor = to;
      intervals.splice(0, end);
    } else {
      intervals.splice(index, end - index, [from, to]);
    }
  }

  for (const [first, last] of finished) finish(first, last);

  return {
    get floor() {
      return floor;
    },
    has: (sequence) => sequence <= floor || (intervals[locate(sequence)]?.[0] ?? Infinity) <= sequence,
    finish,
    above: (limit = Infinity) => intervals.slice(0, limit).map(([first, last]) => [first, last]),
  };
}
