/** Personal data found in a text. Offsets count UTF-16 code units, as JavaScript does: `text.slice(start, end)` is `text`. */
export interface Finding {
  /** E.g. `EMAIL_ADDRESS`; `entity-types.ts` lists them. */
  type: string;
  start: number;
  /** Exclusive. */
  end: number;
  text: string;
  /** How sure, 0 to 1: a checksum, a telling format and words around it raise it. */
  score: number;
  /** Which recogniser found it. */
  recognizer: string;
}

export interface Hints {
  /** BCP 47 tag of the text's language, e.g. `de` or `en-GB`; `und` when unknown. */
  language: string;
  /** Names known to the caller (the customer's), to be found as PERSON. */
  names: readonly string[];
}

/** Finds personal data of some types. Must be linear in the text's length; whatever it throws fails the whole detection. */
export interface Recognizer {
  name: string;
  types: readonly string[];
  /** Languages whose words it knows; `*`: it needs none. */
  languages: readonly string[];
  find(text: string, hints: Hints): Finding[];
}
