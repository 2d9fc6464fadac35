/**
 * A text as the model may have it. The runtime passes strings on as C strings in UTF-8: a NUL would cut the text short without a word, and half a
 * surrogate pair has no UTF-8. Length and meaning stay.
 */
export function prepareText(text: string): string {
  return text.toWellFormed().replaceAll('\0', ' ');
}
