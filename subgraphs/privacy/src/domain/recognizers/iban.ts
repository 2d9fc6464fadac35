import { countrySpecs, isValidIBAN } from 'ibantools';
import type { Finding, Recognizer } from '../finding.ts';

const name = 'iban';
const HEAD = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}/gu;

/** The end of `length` letters and digits from `start` on, single spaces and hyphens between them passed over; undefined when they are not there. */
function endOf(text: string, start: number, length: number): number | undefined {
  let position = start;
  for (let count = 0; count < length; count += 1, position += 1) {
    if (count > 0 && /[ \u00a0-]/.test(text[position] ?? '')) position += 1;
    if (!/[A-Za-z0-9]/.test(text[position] ?? '')) return undefined;
  }
  return /[\p{L}\p{N}]/u.test(text[position] ?? '') ? undefined : position;
}

/** International bank account numbers (ISO 13616): the country's length and format, and the check digits (mod 97). */
export const iban: Recognizer = {
  name,
  types: ['IBAN_CODE'],
  languages: ['*'],
  find: (text) => {
    const found: Finding[] = [];
    for (const { index: start, 0: head } of text.matchAll(HEAD)) {
      const length = countrySpecs[head.slice(0, 2).toUpperCase()]?.chars;
      const end = length ? endOf(text, start, length) : undefined;
      if (
        !end ||
        !isValidIBAN(
          text
            .slice(start, end)
            .replaceAll(/[^A-Za-z0-9]/g, '')
            .toUpperCase(),
        )
      )
        continue;
      found.push({ type: 'IBAN_CODE', start, end, text: text.slice(start, end), score: 1, recognizer: name });
    }
    return found;
  },
};
