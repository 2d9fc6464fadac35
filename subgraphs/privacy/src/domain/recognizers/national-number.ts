import { contextOf } from '../surroundings.ts';
import type { Finding, Recognizer } from '../finding.ts';

/** One country's personal number: its shapes, its check, and the words that name it. */
export interface NationalNumber {
  type: string;
  description: string;
  languages: readonly string[];
  /** Each way to write it, with the score without and with a word that names it. Weak shapes (bare digits) need the word. */
  shapes: readonly { pattern: string; alone: number; named: number }[];
  words: RegExp;
  /** Format and check digits. Gets the number as written. */
  isValid(number: string): boolean;
}

// Not a part of a longer number or word.
const bounded = (pattern: string) => new RegExp(String.raw`(?<![\p{L}\p{N}]|\p{N}[-./])(?:${pattern})(?![\p{L}\p{N}]|[-./]\p{N})`, 'giu');

/** A recogniser for one national number. A number called an order, invoice or ticket is taken for one. */
export function createNationalNumberRecognizer({ type, languages, shapes, words, isValid }: NationalNumber): Recognizer {
  const name = type.toLowerCase().replaceAll('_', '-');
  const patterns = shapes.map(({ pattern, ...scores }) => ({ pattern: bounded(pattern), ...scores }));
  return {
    name,
    types: [type],
    languages,
    find: (text) => {
      const found: Finding[] = [];
      for (const { pattern, alone, named } of patterns) {
        for (const { index: start, 0: number } of text.matchAll(pattern)) {
          if (!isValid(number)) continue;
          const end = start + number.length;
          const context = contextOf(text, start, end, words);
          const score = context === 'yes' ? named : context === 'no' ? alone / 2 : alone;
          found.push({ type, start, end, text: number, score, recognizer: name });
        }
      }
      return found;
    },
  };
}
