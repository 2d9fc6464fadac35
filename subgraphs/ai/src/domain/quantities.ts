const NUMBER = String.raw`(?:\d+(?:[.,]\d+)*\+?|[Hh]alf an?|[Aa] dozen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|a hundred)`;
const UNIT = String.raw`(?:(?:second|minute|min|hour|hr|day|night|week|weekend|month|year|time|mile|metre|meter|inche|inch|gram|kilo|litre|gigabyte|megabyte|dollar|euro|pound|point|star|piece)s?|percent|kg|km|cm|mm|GB|MB)`;
const MEASURED = String.raw`(?<![\w.,:/-])${NUMBER}[ -]?(?:(?:working|business|calendar|full|whole|long|more|other|different) )?(${UNIT})\b(?! (?:old|ago|of age)\b)`;
const COUNTED = String.raw`\b(?:[Ss]ize|[Pp]age|[Ee]rror|[Ss]eason|[Vv]ersion|[Ll]evel|[Ss]tep|[Cc]hapter|[Ee]pisode) \d+(?:\.\d+)*\b`;
const THOUSANDS = String.raw`(?<![\w.,:/-])\d{1,3}(?:,\d{3})+\b(?![./-]\d)`;
const QUANTITY = new RegExp(`${MEASURED}|${COUNTED}|${THOUSANDS}`, 'g');
/** Before years and months, the likely age of somebody. */
const AGES = /(?:\b(?:is|am|are|was|were|be|aged?|turned|turns)|'s|'m|'re):? $/;

const AGES_LENGTH = 10; // characters that AGES may need: it must not look through all that stands before each quantity

/** What a quantity is mistaken for. */
export const TAKEN_FOR: ReadonlySet<string> = new Set(['DATE_TIME', 'DATE_OF_BIRTH', 'AGE', 'ADDRESS', 'LOCATION', 'IP_ADDRESS']);

/** Stretches of an English text that say how much or how long, [start, end) in UTF-16 units: nobody's data. As `quantities` of `training/pii_spans.py`. */
export function quantitiesOf(text: string): [number, number][] {
  return [...text.matchAll(QUANTITY)]
    .filter(({ 1: unit = '', index }) => !(/^(?:year|month)/.test(unit) && AGES.test(text.slice(Math.max(0, index - AGES_LENGTH), index))))
    .map(({ 0: found, index }) => [index, index + found.length]);
}
