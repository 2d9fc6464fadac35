import type { EncodedText } from './encoded-text.ts';
import { quantitiesOf, TAKEN_FOR } from './quantities.ts';
import { type NameWord, settleNames } from './settle-names.ts';
import { typesOf } from './tags.ts';

/** A stretch of a text that is personal data. */
export interface Entity {
  /** What stands behind `B-` and `I-`. */
  type: string;
  /** UTF-16 units of the text, `end` exclusive. */
  start: number;
  end: number;
  /** Mean probability, over its words, that they are of this type. */
  score: number;
}

interface Word extends NameWord {
  start: number;
  end: number;
  /** Probability, by kind, that its first token begins a span. */
  begins: readonly number[];
}

const SILENT = /^[\s.,:;!?'"()\-/#&]*$/; // tells nothing of its own: neither a word nor a border between two
const LITTLE = /^(?:an?|the|of|in|at|on|to|and|or|is)$/; // part of a name, or nothing; with a capital they may be one
const NEAR = 3; // characters between two words of one span, at most
const BEGINS = 0.8; // from here on a word begins a span of its own even behind one of its type
/** Its parts are told apart by commas, and by words that nobody could name: floors, doors, towns. */
const IN_PARTS = 'ADDRESS';

/**
 * Reads tags of the kind `O`, `B-TYPE`, `I-TYPE` word by word: probabilities row by row, one row a token. A word is a run of tokens with nothing between them; its
 * probabilities are the mean of theirs. It is personal data when all types together reach the threshold of the likeliest, however unsure it is which: what
 * is hidden is hidden under either name. A quantity is nobody's, words of one name are settled together, neighbours of one type are one, and a little word counts only between two of its type.
 * `training/pii_spans.py` reads in the same way to find the thresholds and the figures.
 */
export function readEntities(rows: Float32Array, labels: readonly string[], encoded: EncodedText, thresholds: readonly number[]): Entity[] {
  const types = typesOf(labels);
  const words = wordsOf(rows, labels, types, encoded, thresholds);
  settleNames(words, types, (index) => encoded.text.slice(words[index - 1]!.end, words[index]!.start).replaceAll(' ', '') === '');
  freeQuantities(words, types, encoded.text);
  for (const [i, word] of words.entries()) {
    const isInside = words[i - 1]?.kind === word.kind && words[i + 1]?.kind === word.kind;
    if (!isInside && LITTLE.test(encoded.text.slice(word.start, word.end))) delete word.kind;
  }
  const address = types.indexOf(IN_PARTS);
  for (let i = 1; i < words.length - 1; i++) {
    const [before, word, after] = [words[i - 1]!, words[i]!, words[i + 1]!];
    if (address >= 0 && before.kind === address && after.kind === address && after.start - word.end <= NEAR) word.kind = address;
  }
  const found: (Entity & { sum: number; words: number })[] = [];
  for (const { kind, start, end, scores, begins } of words) {
    if (kind === undefined) continue;
    const type = types[kind]!;
    const score = scores[kind]!;
    const last = found.at(-1);
    const between = last ? encoded.text.slice(last.end, start) : '';
    const isApart = between.length > NEAR || !SILENT.test(between) || (type !== IN_PARTS && (between.includes(',') || begins[kind]! >= BEGINS));
    if (last?.type === type && !isApart) {
      last.end = end;
      last.sum += score;
      last.words += 1;
    } else found.push({ type, start, end, score: 0, sum: score, words: 1 });
  }
  return found.map(({ type, start, end, sum, words: count }) => ({ type, start, end, score: Math.min(1, sum / count) }));
}

/** Both are in order, so that a long text costs no more than its length. */
function freeQuantities(words: readonly Word[], types: readonly string[], text: string): void {
  const quantities = quantitiesOf(text);
  let at = 0;
  for (const word of words) {
    while (at < quantities.length && quantities[at]![1] <= word.start) at++;
    const [start, end] = quantities[at] ?? [Infinity, Infinity];
    if (word.kind !== undefined && word.start >= start && word.end <= end && TAKEN_FOR.has(types[word.kind]!)) delete word.kind;
  }
}

function wordsOf(
  rows: Float32Array,
  labels: readonly string[],
  types: readonly string[],
  encoded: EncodedText,
  thresholds: readonly number[],
): Word[] {
  const { text, starts, ends } = encoded;
  const columns = types.map((type) => [labels.indexOf(`B-${type}`), labels.indexOf(`I-${type}`)] as const);
  const valueOf = (token: number, column: number) => (column < 0 ? 0 : rows[token * labels.length + column]!);
  const words: Word[] = [];
  for (let token = 0, behind = 0; token < starts.length; token = behind) {
    behind = token + 1;
    if (SILENT.test(text.slice(starts[token], ends[token]))) continue;
    while (behind < starts.length && starts[behind] === ends[behind - 1] && !SILENT.test(text.slice(starts[behind], ends[behind]))) behind++;
    const scores = columns.map(([first, inside]) => {
      let sum = 0;
      for (let at = token; at < behind; at++) sum += valueOf(at, first) + valueOf(at, inside);
      return sum / (behind - token);
    });
    const kind = scores.indexOf(Math.max(...scores));
    const isData = scores.reduce((sum, score) => sum + score, 0) >= thresholds[kind]!;
    words.push({
      start: starts[token]!,
      end: ends[behind - 1]!,
      ...(isData ? { kind } : {}),
      scores,
      begins: columns.map(([first]) => valueOf(token, first)),
    });
  }
  return words;
}
