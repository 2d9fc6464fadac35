/** A stretch of a long text's tokens that is read in one go. */
export interface Window {
  from: number;
  /** Exclusive. */
  to: number;
  /** The tokens that this window answers for: those that stand nearer to its middle than to any other window's. */
  ownFrom: number;
  ownTo: number;
}

/**
 * Cuts `count` tokens into windows of at most `size`, each sharing `overlap` tokens with the one before, so that every token is read with words on both
 * sides. The last window is as long as the others: it begins earlier rather than being short. One window for a text that fits, an empty one included.
 */
export function cutWindows(count: number, size: number, overlap: number): Window[] {
  if (count <= size) return [{ from: 0, to: count, ownFrom: 0, ownTo: count }];
  const starts: number[] = [];
  for (let from = 0; from + size < count; from += size - overlap) starts.push(from);
  starts.push(count - size);
  // Between two neighbours the border lies in the middle of what they share.
  const borders = starts.slice(1).map((from, index) => Math.floor((from + starts[index]! + size) / 2));
  return starts.map((from, index) => ({ from, to: from + size, ownFrom: borders[index - 1] ?? 0, ownTo: borders[index] ?? count }));
}
