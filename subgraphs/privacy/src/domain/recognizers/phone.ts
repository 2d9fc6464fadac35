import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { anyOf, contextOf } from '../surroundings.ts';
import type { Finding, Hints, Recognizer } from '../finding.ts';

const name = 'phone';
/** A run of digits and what people write between them. Each character is looked at a bounded number of times. */
const RUN =
  /(?<![\p{L}\p{N}]|\p{N}[.,:/-])[+(]{0,2}\d[\d \t\u00a0()./\u2010-\u2015-]{4,}\d(?![,:]\d)(?: ?(?:x|ext\.?|extension) ?(\d{1,6})(?![\p{L}\p{N}])|(?![\p{L}\p{N}]))/giu;
const NANP = /(?<!\d)(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}(?!\d)/g;
const WITH_PLUS = /\+\d[\d \u00a0().-]{6,20}\d/g;
const words = anyOf(
  'phone, phone number, telephone, tel, mobile, cell, call, call me, call me on, call me at, call at, ring, reach me, text me, sms, messages to, whatsapp',
  'fax, hotline, telefon, telefonnummer, handy, mobil, rufnummer, anrufen, téléphone, portable, appeler, appelez, teléfono, móvil, llamar, llámeme',
  'telefono, cellulare, chiamare, telefoon, mobiel, bellen, telefone, celular, telemóvel, ligar, telefonu, komórka, zadzwoń',
);

/** Where a number without a country code may be at home, by the text's language; a region in the tag comes first. */
const regions: Record<string, readonly CountryCode[]> = {
  en: ['US', 'GB'],
  de: ['DE', 'AT'],
  fr: ['FR', 'BE'],
  es: ['ES', 'MX'],
  it: ['IT'],
  nl: ['NL', 'BE'],
  pt: ['PT', 'BR'],
  pl: ['PL'],
  sv: ['SE'],
  da: ['DK'],
  no: ['NO'],
  nb: ['NO'],
  fi: ['FI'],
  cs: ['CZ'],
  ja: ['JP'],
  hi: ['IN'],
};

function homesOf(language: string): readonly CountryCode[] {
  const [base, ...subtags] = language.split('-');
  const region = subtags.find((tag) => /^[A-Za-z]{2}$/.test(tag))?.toUpperCase() as CountryCode | undefined;
  return [...new Set([...(region ? [region] : []), ...(regions[base!.toLowerCase()] ?? ['US', 'GB'])])];
}

const digitsOf = (candidate: string) => candidate.replaceAll(/\D/g, '');
const groupsOf = (candidate: string) => candidate.match(/\d+/g) ?? [];

/** Dates, amounts and single digits in a row look like numbers to call, and are none. */
function looksOtherwise(candidate: string): boolean {
  const groups = groupsOf(candidate);
  if (/^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?!\d|[-./]\d)/.test(candidate)) return true;
  if (/^\d{1,3}(?:\.\d{3}){1,2}$/.test(candidate)) return true; // 1.234.567
  if (/^(?:19|20)\d\d ?[-\u2010-\u2015/] ?(?:19|20)\d\d$/.test(candidate)) return true; // 2019-2024
  return groups.length > 8 || digitsOf(candidate).length / groups.length < 1.8;
}

/** How sure that this stretch is a phone number, 0 when it is none. */
function scoreOf(candidate: string, context: 'yes' | 'no' | 'unknown', homes: readonly CountryCode[]): number {
  const digits = digitsOf(candidate);
  if (digits.length < 7 || digits.length > 17 || looksOtherwise(candidate)) return 0;
  if (/^\(?(?:\+|00)/.test(candidate)) {
    const parsed = parsePhoneNumberFromString(candidate.replace(/^(\(?)00/, '$1+').replace(/^\(\+/, '+'));
    if (parsed?.isValid()) return 0.95;
    return parsed?.isPossible() ? 0.75 : 0;
  }
  const grouped = groupsOf(candidate).length > 1;
  if (context === 'no') return 0;
  if (context === 'yes' && digits.length <= 15) return 0.8;
  if (grouped && /^(?:1[ .-])?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/.test(candidate)) return 0.65;
  const valid = homes.some((home) => parsePhoneNumberFromString(candidate, home)?.isValid());
  if (!valid) return 0;
  return grouped || digits.startsWith('0') ? 0.7 : 0.4;
}

/** The stretches of a run worth trying: all of it, then without what stands at its ends (another figure of the sentence), then well-known shapes. */
function* stretchesOf(run: string): Generator<readonly [offset: number, candidate: string]> {
  if (run.length <= 30) {
    yield [0, run];
    const groups = [...run.matchAll(/[+(]{0,2}\d+/g)];
    for (const drop of [1, 2]) {
      const last = groups[groups.length - 1 - drop];
      if (last) yield [0, run.slice(0, last.index + last[0].length)];
      const first = groups[drop];
      if (first) yield [first.index, run.slice(first.index)];
    }
  }
  for (const shape of [WITH_PLUS, NANP]) for (const match of run.matchAll(shape)) yield [match.index, match[0]];
}

/**
 * Phone numbers, international (any country, by libphonenumber's plans) and national (plans of the language's countries, the North American
 * shape, or any grouping after words like "call me on"). A plain row of digits without such a word scores below the usual threshold.
 */
export const phone: Recognizer = {
  name,
  types: ['PHONE_NUMBER'],
  languages: ['*'],
  find: (text: string, { language }: Hints) => {
    const homes = homesOf(language);
    const found: Finding[] = [];
    for (const { index, 0: whole, 1: extension } of text.matchAll(RUN)) {
      const run = extension ? whole.replace(/ ?(?:x|ext\.?|extension) ?\d+$/i, '') : whole;
      let context: 'yes' | 'no' | 'unknown' | undefined;
      let end = 0;
      for (const [offset, candidate] of stretchesOf(run)) {
        if (offset < end) continue;
        context ??= contextOf(text, index, index + run.length, words);
        const score = scoreOf(candidate, context, homes);
        if (score === 0) continue;
        end = offset + candidate.length;
        const length = end === run.length ? whole.length : end; // the extension goes with the number
        found.push({ type: 'PHONE_NUMBER', start: index + offset, end: index + length, text: whole.slice(offset, length), score, recognizer: name });
        if (run.length <= 30) break;
      }
    }
    return found;
  },
};
