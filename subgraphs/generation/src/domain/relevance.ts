import { synonymsOf } from './terms.ts';

const SYNONYM_WEIGHT = 0.7;
const HEAD_WEIGHT = 1.5; // a word in title or tags says what the page is about
const UNKNOWN_WEIGHT = 0.5; // a word that no article knows: may matter, may not
const UNSAID = { question: 0.1, statement: 0.5 }; // weight of what a sentence leaves unsaid: one word of a question may say it all
const HALF = 1.2; // evidence at which half of certainty is reached: a little more than one rare word

export interface AskedSentence {
  terms: ReadonlySet<string>;
  isQuestion: boolean;
}

/**
 * How well a passage fits a text, 0 to 1: `sqrt(E / (E + 1.2) × C)`.
 * E, the evidence: the rarities of the text's terms that the passage has (0.7 for a synonym, times 1.5 in title or tags).
 * C, the coverage: of the sentence that fits best, the share of its terms, by rarity, that the passage has; statements must say more than questions.
 * Ranks by BM25 have no fixed scale; this does, so that a floor means the same for every tenant.
 */
export function relevanceOf({
  sentences,
  terms,
  head,
  rarity,
}: {
  /** The text's terms, sentence by sentence. */
  sentences: readonly AskedSentence[];
  terms: ReadonlySet<string>;
  head: ReadonlySet<string>;
  rarity: (term: string) => number;
}): number {
  const evidenceOf = (term: string): number => {
    const synonyms = synonymsOf(term);
    const weight = [term, ...synonyms].some((each) => head.has(each)) ? HEAD_WEIGHT : 1;
    if (terms.has(term)) return weight * rarity(term);
    return Math.max(0, ...synonyms.filter((synonym) => terms.has(synonym)).map((synonym) => SYNONYM_WEIGHT * weight * rarity(synonym)));
  };
  const all = new Set(sentences.flatMap((sentence) => [...sentence.terms]));
  const evidence = [...all].reduce((sum, term) => sum + evidenceOf(term), 0);
  const coverage = Math.max(0, ...sentences.map((sentence) => coverageOf(sentence, evidenceOf, rarity)));
  return Math.round(Math.sqrt((evidence / (evidence + HALF)) * coverage) * 1000) / 1000;
}

function coverageOf({ terms, isQuestion }: AskedSentence, evidenceOf: (term: string) => number, rarity: (term: string) => number): number {
  let [covered, total] = [0, isQuestion ? UNSAID.question : UNSAID.statement];
  for (const term of terms) {
    const weight = Math.max(rarity(term), UNKNOWN_WEIGHT);
    total += weight;
    covered += Math.min(weight, evidenceOf(term));
  }
  return covered / total;
}
