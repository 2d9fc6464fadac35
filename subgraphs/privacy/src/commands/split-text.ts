/** Characters that the model is asked about at once; some 10,000 words. */
const MOST = 50_000;
/** How far back from that a good place to cut is looked for. */
const BACK = 2_000;

export interface Piece {
  start: number;
  text: string;
}

/** A text in pieces that the model takes, cut at the end of a line, else at a blank, so that no name is cut in two; in the middle of a word only where none is for 2,000 characters. */
export function splitText(text: string, most = MOST): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const end = start + most >= text.length ? text.length : cutBefore(text, start + most);
    pieces.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return pieces;
}

function cutBefore(text: string, limit: number): number {
  const tail = text.slice(Math.max(0, limit - BACK), limit);
  const line = tail.lastIndexOf('\n');
  const blank = line >= 0 ? line : tail.search(/\s\S*$/u);
  if (blank >= 0) return limit - tail.length + blank + 1;
  const isLow = (text.charCodeAt(limit) & 0xfc00) === 0xdc00; // never between the halves of a character
  return isLow ? limit - 1 : limit;
}
