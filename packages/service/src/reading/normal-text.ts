/** A text in the form in which models read it, with the way back. */
export interface NormalText {
  text: string;
  /** The stretch of the original that a stretch of `text` stands for. Both count UTF-16 units; `end` is exclusive. */
  original(start: number, end: number): { start: number; end: number };
}

/** A stretch of the original that is spelled otherwise in the normal form. */
interface Change {
  start: number;
  end: number;
  /** Where its spelling stands in the normal form. */
  at: number;
  spelled: string;
}

/** What may be spelled otherwise: line ends, and what is not ASCII with the letter before it, which may take an accent from it. */
const OPEN = /\r\n?|[^\r]?[^\0-\x7f]+/gu; // oxlint-disable-line no-control-regex
/** What NFC composes: a letter with its marks, the letters of a Hangul syllable. (Intl.Segmenter knows the same, at 50 times the cost.) */
const COMPOSED = /\r\n?|[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]*\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

const spell = (text: string) => text.normalize('NFC').replaceAll(/\r\n?/g, '\n');

/**
 * One spelling for what reads the same (Unicode NFC, line feeds, no blanks at the ends), so that it is read once and answered alike. Half a
 * surrogate pair, which no encoding can carry, becomes U+FFFD.
 */
export function normaliseText(given: string): NormalText {
  const whole = given.toWellFormed();
  const leading = whole.length - whole.trimStart().length;
  const trimmed = whole.trim();
  const text = spell(trimmed);
  const changes = text === trimmed ? [] : changesOf(trimmed);
  if (join(trimmed, changes) !== text) return { text: trimmed, original: shift(leading) }; // no spelling is better than wrong offsets
  return {
    text,
    original: (start, end) => {
      const [first, last] = [origin(changes, start), origin(changes, Math.max(start, end - 1))];
      return { start: first.start + leading, end: (end > start ? last.end : first.start) + leading };
    },
  };
}

const shift = (by: number) => (start: number, end: number) => ({ start: start + by, end: end + by });

function changesOf(text: string): Change[] {
  const changes: Change[] = [];
  let gained = 0; // units that the normal form has more, so far
  for (const { 0: piece, index } of text.matchAll(OPEN)) {
    if (spell(piece) === piece) continue;
    for (const { 0: segment, index: inside } of piece.matchAll(COMPOSED)) {
      const spelled = spell(segment);
      if (spelled === segment) continue;
      const start = index + inside;
      changes.push({ start, end: start + segment.length, at: start + gained, spelled });
      gained += spelled.length - segment.length;
    }
  }
  return changes;
}

function join(text: string, changes: readonly Change[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, spelled } of changes) {
    pieces.push(text.slice(position, start), spelled);
    position = end;
  }
  return pieces.join('') + text.slice(position);
}

/** The units of the original that stand for the unit at `offset` of the normal form. */
function origin(changes: readonly Change[], offset: number): { start: number; end: number } {
  let [low, high] = [0, changes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (changes[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  const change = changes[low - 1];
  if (!change) return { start: offset, end: offset + 1 };
  const behind = offset - (change.at + change.spelled.length);
  if (behind < 0) return { start: change.start, end: change.end };
  return { start: change.end + behind, end: change.end + behind + 1 };
}
