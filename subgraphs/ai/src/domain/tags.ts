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

/**
 * Reads tags of the kind `O`, `B-TYPE`, `I-TYPE`: probabilities row by row, one row a token. A word counts whole, so that a span never ends inside one; an `I-` that
 * follows nothing of its type begins a span. Without `thresholds` a word has the likeliest tag of its first token. With them (one a type, in the order of
 * the labels) it is of the likeliest type that one of its tokens reaches the threshold of, however likely `O` is: where missing one costs more than
 * one too many, training sets them low.
 */
export function readTags(
  rows: Float32Array,
  labels: readonly string[],
  { starts, ends, continues }: EncodedText,
  thresholds?: readonly number[],
): TaggedSpan[] {
  const types = typesOf(labels);
  const columns = types.map((type) => [labels.indexOf(`B-${type}`), labels.indexOf(`I-${type}`)] as const);
  const valueOf = (token: number, column: number) => (column < 0 ? 0 : rows[token * labels.length + column]!);
  const sureness = (token: number, kind: number) => valueOf(token, columns[kind]![0]) + valueOf(token, columns[kind]![1]);

  function likeliestTag(token: number): WordTag | undefined {
    const row = rows.subarray(token * labels.length, (token + 1) * labels.length);
    const label = labels[row.indexOf(Math.max(...row))]!;
    if (label === 'O') return undefined;
    const type = label.slice(2);
    return { type, score: sureness(token, types.indexOf(type)), begins: label.startsWith('B-') };
  }
  function tagAbove(least: readonly number[], first: number, behind: number): WordTag | undefined {
    let found: WordTag | undefined;
    for (const [kind, type] of types.entries()) {
      let score = 0;
      for (let token = first; token < behind; token++) score = Math.max(score, sureness(token, kind));
      if (score >= least[kind]! && score > (found?.score ?? 0)) found = { type, score, begins: valueOf(first, columns[kind]![0]) >= 0.5 };
    }
    return found;
  }

  const spans: (TaggedSpan & { sum: number })[] = [];
  let open: (TaggedSpan & { sum: number }) | undefined;
  for (let token = 0, behind = 0; token < starts.length; token = behind) {
    behind = token + 1;
    while (behind < starts.length && continues[behind]) behind++;
    const tag = thresholds ? tagAbove(thresholds, token, behind) : likeliestTag(token);
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
  return spans.map(({ sum, ...span }) => ({ ...span, score: Math.min(1, sum / span.tokens.length) }));
}
