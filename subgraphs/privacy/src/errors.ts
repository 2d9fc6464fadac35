import { badInput } from '@customerai/service';

export const MAX_TEXT = 1_000_000;

/** Throws BAD_USER_INPUT for a text of more than a million UTF-16 code units. */
export function checkLength(text: string, argument = 'text'): void {
  if (text.length > MAX_TEXT)
    throw badInput(
      argument,
      `A text may have at most ${MAX_TEXT.toLocaleString('en')} characters; this one has ${text.length.toLocaleString('en')}. Send it in parts.`,
    );
}
