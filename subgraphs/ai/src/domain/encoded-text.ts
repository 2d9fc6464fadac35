/** A text as the model's tokens, without the two that mark its begin and end. Offsets count UTF-16 units of the text. */
export interface EncodedText {
  text: string;
  ids: Int32Array;
  starts: Int32Array;
  /** Exclusive. */
  ends: Int32Array;
  /** 1 where a token goes on with the word of the token before it. */
  continues: Uint8Array;
}
