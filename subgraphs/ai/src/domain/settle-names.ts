/** A word that may be part of a name of several words. */
export interface NameWord {
  /** Index of its kind; absent where it is no personal data. */
  kind?: number;
  /** Probability of each kind. */
  scores: readonly number[];
}

/** Kinds that are taken for one another within a name. */
const OF_NAMES: readonly string[] = ['PERSON', 'ORGANIZATION', 'ADDRESS'];
const CHANGE = 6; // in nats: how much likelier two words that touch must be of two of these kinds than of one
const LEAST = 1e-6;

/**
 * Gives words of one name one kind, unless much speaks for two: "Calle Mayor 8" is an address, though "Calle Mayor" alone may be a person. Looks at runs of words
 * with only spaces between them (`touch` of a word and the one before) and takes the likeliest row of kinds (Viterbi). As `likeliest_names` of `training/pii_spans.py`.
 */
export function settleNames(words: readonly NameWord[], types: readonly string[], touch: (index: number) => boolean): void {
  const kinds = OF_NAMES.map((type) => types.indexOf(type)).filter((kind) => kind >= 0);
  const isName = (word: NameWord | undefined) => word?.kind !== undefined && kinds.includes(word.kind);
  for (let start = 0, end = 0; start < words.length; start = end) {
    end = start + 1;
    while (isName(words[end - 1]) && isName(words[end]) && touch(end)) end++;
    if (end - start === 1) continue;
    const run = words.slice(start, end);
    const row = likeliestRow(run.map(({ scores }) => kinds.map((kind) => Math.log(Math.max(scores[kind]!, LEAST)))));
    for (const [i, word] of run.entries()) word.kind = kinds[row[i]!]!;
  }
}

/** One of each word's columns, so that their sum, less CHANGE for each change, is the greatest. */
function likeliestRow(logs: readonly (readonly number[])[]): number[] {
  let best = logs[0]!;
  const cameFrom: number[][] = [];
  for (const log of logs.slice(1)) {
    const top = best.indexOf(Math.max(...best));
    const changed = best[top]! - CHANGE;
    cameFrom.push(best.map((value, column) => (value >= changed ? column : top)));
    best = best.map((value, column) => Math.max(value, changed) + log[column]!);
  }
  let column = best.indexOf(Math.max(...best));
  const row = [column];
  for (const came of cameFrom.toReversed()) row.push((column = came[column]!));
  return row.toReversed();
}
