import { splitSentences } from './sentences.ts';

const SUPPORT = 0.8; // of a sentence's words must stand in one quote

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Share of an answer's sentences that the quotes support, 0 to 1. Sentences of the frame do not count; an answer of nothing else has 0.
 * A sentence is supported when one quote holds at least 80 % of its words, and all of its numbers: "14 days" never supports "30 days".
 */
export function measureGroundedness(text: string, frame: readonly string[], quotes: readonly string[]): number {
  const framed = new Set(frame);
  const sentences = splitSentences(text).filter((sentence) => !framed.has(sentence));
  if (sentences.length === 0) return 0;
  const known = quotes.map((quote) => new Set(wordsOf(quote)));
  const supported = sentences.filter((sentence) => {
    const words = wordsOf(sentence);
    return known.some(
      (quote) =>
        words.every((word) => quote.has(word) || !/\p{N}/u.test(word)) && words.filter((word) => quote.has(word)).length >= SUPPORT * words.length,
    );
  });
  return Math.round((supported.length / sentences.length) * 1000) / 1000;
}
