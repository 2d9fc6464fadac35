/** The form in which a text is scored: one spelling for what reads the same (Unicode NFC, line ends, blank ends). Offsets are those of the original, never of this. */
export const normaliseText = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
