const CHARACTERS = 24;

/** A text in pieces of a few whole words each. Put together again they are the text. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const word of text.match(/\s*\S+\s*/g) ?? (text === '' ? [] : [text])) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + word.length <= CHARACTERS) pieces[pieces.length - 1] = last + word;
    else pieces.push(word);
  }
  return pieces;
}
