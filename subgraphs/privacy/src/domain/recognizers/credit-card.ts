import { anyOf, contextOf } from '../surroundings.ts';
import type { Finding, Recognizer } from '../finding.ts';

const name = 'credit-card';
// Digits, single spaces or hyphens between them, not a part of a word; a card may stand inside ("... 1111 12/27", "2 x 4111 ...").
const RUN = /(?<![\p{L}\p{N}]|\p{N}[-.])\d(?:[ -]?\d){11,}(?![\p{L}\p{N}])/gu;
const words = anyOf(
  'card, credit card, debit card, visa, mastercard, amex, maestro, kreditkarte, karte, carte, tarjeta, carta, cartão, kaart, karta',
);

const between = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, index) => low + index);

/** Issuer prefixes and number lengths (ISO/IEC 7812; the ranges that the schemes publish). */
const issuers: readonly [prefix: RegExp, lengths: readonly number[]][] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(?:30[0-5]|309|3[689])/, [14, 16, 17, 18, 19]], // Diners Club
  [/^(?:6011|64[4-9]|65)/, [16, 17, 18, 19]], // Discover
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]], // JCB
  [/^(?:2131|1800)/, [15]], // JCB's older ranges
  [/^62/, [16, 17, 18, 19]], // UnionPay
  [/^220[0-4]/, [16, 17, 18, 19]], // Mir
  [/^(?:60|81|82|508)/, [16]], // RuPay
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, between(12, 19)], // Maestro
];

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

const hasIssuer = (digits: string) => issuers.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits));
const isNumber = (digits: string) => !/^(\d)\1+$/.test(digits) && passesLuhn(digits);

/** Cards in a run of groups, from left to right, the longest first. A part of a run must be grouped as cards are: in one, or four digits first. */
function* cardsIn(run: string): Generator<readonly [offset: number, end: number, digits: string]> {
  const groups = [...run.matchAll(/\d+/g)];
  for (let first = 0; first < groups.length; first += 1) {
    let digits = '';
    let found: readonly [last: number, digits: string] | undefined;
    for (let last = first; last < groups.length && digits.length + groups[last]![0].length <= 19; last += 1) {
      digits += groups[last]![0];
      const asCardsAre = first === last || groups[first]![0].length === 4 || (first === 0 && last === groups.length - 1);
      if (digits.length >= 12 && asCardsAre && isNumber(digits) && (hasIssuer(digits) || !found)) found = [last, digits];
    }
    if (!found) continue;
    const end = groups[found[0]]!;
    yield [groups[first]!.index, end.index + end[0].length, found[1]];
    first = found[0];
  }
}

/**
 * Payment cards: the Luhn check and an issuer's prefix and length. Numbers of 12 and 13 digits and unknown issuers need a word like "card" as
 * well: a tenth of all numbers passes Luhn.
 */
export const creditCard: Recognizer = {
  name,
  types: ['CREDIT_CARD'],
  languages: ['*'],
  find: (text) => {
    const found: Finding[] = [];
    for (const { index, 0: run } of text.matchAll(RUN)) {
      for (const [from, to, digits] of cardsIn(run)) {
        const [start, end] = [index + from, index + to];
        const named = contextOf(text, start, end, words) === 'yes';
        const known = hasIssuer(digits);
        if (!known && !named) continue;
        const score = !known ? 0.7 : named ? 1 : digits.length > 13 ? 0.9 : 0.4;
        found.push({ type: 'CREDIT_CARD', start, end, text: text.slice(start, end), score, recognizer: name });
      }
    }
    return found;
  },
};
