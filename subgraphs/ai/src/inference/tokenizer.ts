import { hash } from 'node:crypto';
import { Tokenizer } from 'tokenizers';
import type { EncodedText } from '../domain/encoded-text.ts';

/** Characters that are encoded in one go: what comes back is turned into arrays on this thread, a millisecond at most at a time. */
const PIECE = 4_096;

export interface TextTokenizer {
  /** The marks at a window's begin and end. */
  marks: { begin: number; end: number };
  /** Ids go from 0 to one less. */
  size: number;
  /** Encodes on the library's own threads. Any text will do; nothing is cut. */
  encode(text: string): Promise<EncodedText>;
}

// The library's memory is not V8's, which therefore sees no need to collect it: versions that come and go would each leave a vocabulary behind for long.
const loaded = new Map<string, WeakRef<TextTokenizer>>();

/** Loads a `tokenizer.json` (BERT WordPiece); of the same text there is one tokenizer, whoever asks. Throws when it is none. */
export function loadTokenizer(json: string): TextTokenizer {
  const name = hash('sha256', json);
  const before = loaded.get(name)?.deref();
  if (before) return before;
  const tokenizer = openTokenizer(json);
  loaded.set(name, new WeakRef(tokenizer));
  return tokenizer;
}

function openTokenizer(json: string): TextTokenizer {
  const tokenizer = Tokenizer.fromString(json);
  // Cutting and padding are the batcher's business; a file that asks for them must not cut anything in silence.
  tokenizer.disableTruncation();
  tokenizer.disablePadding();
  const mark = (token: string): number => {
    const id = tokenizer.tokenToId(token);
    if (id === null) throw new Error(`The tokenizer has no "${token}".`);
    return id;
  };
  const vocabulary = Object.entries(tokenizer.getVocab(true));
  const goesOn = new Uint8Array(Math.max(...vocabulary.map(([, id]) => id)) + 1);
  for (const [token, id] of vocabulary) if (token.startsWith('##')) goesOn[id] = 1;

  return {
    marks: { begin: mark('[CLS]'), end: mark('[SEP]') },
    size: goesOn.length,
    encode: async (text) => {
      const ids: number[] = [];
      const starts: number[] = [];
      const ends: number[] = [];
      for (const { piece, at } of cutAtBlanks(text, PIECE)) {
        const encoding = await tokenizer.encode(piece, null, { addSpecialTokens: false });
        const toUnits = unitsOf(piece);
        for (const id of encoding.getIds()) ids.push(id);
        for (const [start, end] of encoding.getOffsets() as [number, number][]) {
          starts.push(at + toUnits(start));
          ends.push(at + toUnits(end));
        }
      }
      return {
        text,
        ids: Int32Array.from(ids),
        starts: Int32Array.from(starts),
        ends: Int32Array.from(ends),
        continues: Uint8Array.from(ids, (id) => goesOn[id]!),
      };
    },
  };
}

/** The text in pieces, cut where a blank stands, since no token reaches over one; in a word of more than half a piece, wherever it must be. */
function* cutAtBlanks(text: string, size: number): Generator<{ piece: string; at: number }> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + size);
    if (end < text.length) {
      let blank = end;
      while (blank > at + size / 2 && !/\s/.test(text[blank]!)) blank -= 1;
      if (/\s/.test(text[blank]!)) end = blank;
      else if (/[\uDC00-\uDFFF]/.test(text[end]!)) end -= 1;
    }
    yield { piece: text.slice(at, end), at };
    at = end;
  }
}

/** The library counts code points; JavaScript, and our contract, UTF-16 units. */
function unitsOf(text: string): (codePoints: number) => number {
  if (!/[\uD800-\uDFFF]/.test(text)) return (codePoints) => codePoints;
  const units = [0];
  for (const character of text) units.push(units.at(-1)! + character.length);
  return (codePoints) => units[codePoints]!;
}
