import type { EncodedText } from './encoded-text.ts';

/** Something found in a text: a run of words with one tag. */
export interface TaggedSpan {
  /** What stands behind `B-` and `I-`. */
  type: string;
  /** UTF-16 units of the text, `end` exclusive. */
  start: number;
  end: number;
  /** Mean probability, over its words, that they are of this type. */
  score: number;
  /** First tokens of its words. */
  tokens: number[];
}

/**
 * Reads tags of the kind `O`, `B-TYPE`, `I-TYPE`: probabilities row by row, one row a token. A word has the tag of its first token, so that a span never
 * ends inside a word; an `I-` that follows nothing of its type begins a span. `thresholds`: a word belongs to a type only from that probability on.
 */
export function readTags(
  rows: Float32Array,
  labels: readonly string[],
  { starts, ends, continues }: EncodedText,
  thresholds?: readonly number[],
): TaggedSpan[] {
  const spans: (TaggedSpan & { sum: number })[] = [];
  const kinds = labels.map((label) => (label === 'O' ? undefined : { begins: label.startsWith('B-'), type: label.slice(2) }));
  let open: (TaggedSpan & { sum: number }) | undefined;
  for (let token = 0; token < starts.length; token++) {
    if (continues[token]) {
      if (open) open.end = ends[token]!;
      continue;
    }
    const row = rows.subarray(token * labels.length, (token + 1) * labels.length);
    const best = bestColumn(row, kinds, thresholds);
    const kind = kinds[best];
    if (!kind) {
      open = undefined;
      continue;
    }
    if (!open || kind.begins || kind.type !== open.type) {
      open = { type: kind.type, start: starts[token]!, end: ends[token]!, score: 0, sum: 0, tokens: [] };
      spans.push(open);
    }
    open.end = ends[token]!;
    open.tokens.push(token);
    open.sum += kinds.reduce((sum, other, column) => (other?.type === kind.type ? sum + row[column]! : sum), 0);
  }
  return spans.map(({ sum, ...span }) => ({ ...span, score: Math.min(1, sum / span.tokens.length) }));
}

function bestColumn(row: Float32Array, kinds: readonly ({ type: string } | undefined)[], thresholds: readonly number[] | undefined): number {
  let best = -1;
  for (let column = 0; column < row.length; column++) {
    if (thresholds && kinds[column] && row[column]! < thresholds[column]!) continue;
    if (best < 0 || row[column]! > row[best]!) best = column;
  }
  return best;
}
