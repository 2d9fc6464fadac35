import type { Recognizer } from '../finding.ts';

const name = 'known-name';
// Names that are everyday words: alone, they count only with the name's own capital letter.
const everyday = new Set(
  (
    'will may mark hope grace joy rich bill grant art sue pat jack rob dawn faith april june august summer young long short king page price cook ' +
    'baker brown white black green gray grey gold rose lily ivy amber ruby pearl penny rusty stone wood woods hill hall west north day week moon ' +
    'best good sharp strong small little case cash chase chance frank miles max ray guy drew chip holly iris olive sandy sunny misty star sky love'
  ).split(' '),
);
const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').normalize('NFC');
const whole = (alternatives: readonly string[], flags: string) =>
  new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives.toSorted((a, b) => b.length - a.length).join('|')})(?![\p{L}\p{N}])`, flags);

/** Both spellings of an accented name: people write "Jose" for "José". */
const spellings = (part: string) => [...new Set([part.normalize('NFC'), part.normalize('NFD'), plain(part)])].map(escape);

function patternsOf(names: readonly string[]): RegExp[] {
  const full = names.map((given) => given.trim()).filter((given) => /\p{L}/u.test(given));
  const parts = full.flatMap((given) => given.split(/[\s,]+/)).filter((part) => (part.match(/\p{L}/gu)?.length ?? 0) >= 3);
  const [common, telling] = [parts.filter((part) => everyday.has(part.toLowerCase())), parts.filter((part) => !everyday.has(part.toLowerCase()))];
  const anyCase = [
    ...full.filter((given) => /\s/.test(given)).flatMap((given) => spellings(given).map((spelling) => spelling.replaceAll(/\s+/g, String.raw`\s+`))),
    ...telling.flatMap(spellings),
  ];
  const capital = common.flatMap((part) => [escape(part[0]!.toUpperCase() + part.slice(1).toLowerCase()), escape(part.toUpperCase())]);
  return [...(anyCase.length > 0 ? [whole(anyCase, 'giu')] : []), ...(capital.length > 0 ? [whole(capital, 'gu')] : [])];
}

/** Names that the caller knows, e.g. the customer's: in full, and each part of at least three letters, as whole words in any case. */
export const knownName: Recognizer = {
  name,
  types: ['PERSON'],
  languages: ['*'],
  find: (text, { names }) =>
    patternsOf(names).flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index: start, 0: match }) => ({
        type: 'PERSON',
        start,
        end: start + match.length,
        text: match,
        score: 0.95,
        recognizer: name,
      })),
    ),
};
