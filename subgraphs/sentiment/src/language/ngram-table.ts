/** For each ngram of a database of `eld`, the languages it speaks for and how strongly. */
export interface NgramTable {
  readonly size: number;
  /** By the number that the database gives a language; undefined for an ngram that is not there. */
  scoresOf(ngram: string): Record<number, number> | undefined;
}

export interface NgramDatabase {
  type: string;
  /** ISO 639-1 codes by number. */
  languages: Record<number, string>;
  ngrams: NgramTable;
}

const ENTRY = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^\s'":,{}]+)):\{([\d:,]*)\}/g;
const LANGUAGE = /(\d+):'(\w+)'/g;

/**
 * Reads the source text of a database instead of running it: its 49,553 small objects take 28 MB and most of a second, packed they take 4 MB and a tenth of
 * that. Throws when the text is not of the form that we know.
 */
export function readNgramDatabase(source: string): NgramDatabase {
  const [, type, languages, ngrams] = /\{type:'(\w+)',languages:\{(.*?)\},isSubset:\w+,ngrams:\{(.*)\}\}/s.exec(source) ?? [];
  if (!type || !languages || !ngrams) throw new Error('The database of the language detector has a form that is not known here.');
  return {
    type,
    languages: Object.fromEntries(Array.from(languages.matchAll(LANGUAGE), ([, number, code]) => [Number(number), code!])),
    ngrams: packNgrams(ngrams),
  };
}

function packNgrams(source: string): NgramTable {
  /** By ngram: where its scores begin. */
  const starts = new Map<string, number>();
  const scores: number[] = []; // for each ngram how many, then as many pairs of language and score
  for (const [, single, double, bare, pairs] of source.matchAll(ENTRY)) {
    starts.set((single ?? double ?? bare)!.replaceAll(/\\(.)/g, '$1'), scores.length);
    const numbers = pairs!.split(/[:,]/).map(Number);
    scores.push(numbers.length / 2, ...numbers);
  }
  const packed = Uint8Array.from(scores);
  return {
    size: starts.size,
    scoresOf: (ngram) => {
      const start = starts.get(ngram);
      if (start === undefined) return undefined;
      const found: Record<number, number> = {};
      for (let pair = 0; pair < packed[start]!; pair++) found[packed[start + 1 + 2 * pair]!] = packed[start + 2 + 2 * pair]!;
      return found;
    },
  };
}
