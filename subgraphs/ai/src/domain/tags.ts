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

/** The types behind `B-TYPE` and `I-TYPE`, in the order of the labels. */
export const typesOf = (labels: readonly string[]): string[] => [...new Set(labels.filter((label) => label !== 'O').map((label) => label.slice(2)))];

/** What one word is: `begins` where it begins a span of its own also behind one of its type. */
interface WordTag {
  type: string;
  /** Probability that it is of this type, first or not. */
  score: number;
  begins: boolean;
}

/** Emoji and other signs alone name nothing. */
const NAMES_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * Reads tags of the kind `O`, `B-TYPE`, `I-TYPE`: probabilities row by row, one row a token. A word counts whole, by the likeliest tag of its first token, so that
 * a span never ends inside one; an `I-` that follows nothing of its type begins a span. What has neither letter nor digit is none.
 */
export function readTags(rows: Float32Array, labels: readonly string[], { text, starts, ends, continues }: EncodedText): TaggedSpan[] {
  const valueOf = (token: number, label: string) => (labels.includes(label) ? rows[token * labels.length + labels.indexOf(label)]! : 0);

  function tagOf(token: number): WordTag | undefined {
    const row = rows.subarray(token * labels.length, (token + 1) * labels.length);
    const label = labels[row.indexOf(Math.max(...row))]!;
    if (label === 'O') return undefined;
    const type = label.slice(2);
    return { type, score: valueOf(token, `B-${type}`) + valueOf(token, `I-${type}`), begins: label.startsWith('B-') };
  }

  const spans: (TaggedSpan & { sum: number })[] = [];
  let open: (TaggedSpan & { sum: number }) | undefined;
  for (let token = 0, behind = 0; token < starts.length; token = behind) {
    behind = token + 1;
    while (behind < starts.length && continues[behind]) behind++;
    const tag = tagOf(token);
    if (!tag) {
      open = undefined;
      continue;
    }
    if (!open || tag.begins || tag.type !== open.type) {
      open = { type: tag.type, start: starts[token]!, end: 0, score: 0, sum: 0, tokens: [] };
      spans.push(open);
    }
    open.end = ends[behind - 1]!;
    open.tokens.push(token);
    open.sum += tag.score;
  }
  return spans
    .filter(({ start, end }) => NAMES_SOMETHING.test(text.slice(start, end)))
    .map(({ sum, ...span }) => ({ ...span, score: Math.min(1, sum / span.tokens.length) }));
}
