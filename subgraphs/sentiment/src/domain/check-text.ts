import { type Problem, problem, readable } from './problem.ts';

/** A long book chapter; the longest real mails are a tenth of it. In UTF-16 units, as JavaScript and Java count. */
export const MAX_TEXT = 100_000;

/** From this share of characters that a decoder could not read, the text is another encoding read as UTF-8. */
const UNREADABLE_SHARE = 0.25;

/** What is wrong with a customer's text, if anything. */
export function checkText(text: string, argument = 'text'): Problem | undefined {
  if (text.trim() === '') return problem(argument, `\`${argument}\` is empty: give the customer's words.`);
  if (text.length > MAX_TEXT) {
    return problem(
      argument,
      `\`${argument}\` has ${readable(text.length)} characters; at most ${readable(MAX_TEXT)} are accepted. Shorten it or send it in parts.`,
    );
  }
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return problem(argument, `\`${argument}\` has a NUL character at position ${nul}: it is binary data or UTF-16. Send plain text in UTF-8.`);
  if (!text.isWellFormed()) {
    const half = text
      .toWellFormed()
      .split('')
      .findIndex((unit, index) => unit !== text[index]);
    return problem(
      argument,
      `\`${argument}\` has half a character (an unpaired surrogate) at position ${half}: it was cut in the middle. Send whole characters in UTF-8.`,
    );
  }
  const visible = text.replaceAll(/\s/gu, '');
  const unreadable = visible.split('\uFFFD').length - 1;
  if (unreadable >= visible.length * UNREADABLE_SHARE) {
    return problem(
      argument,
      `\`${argument}\` is mostly unreadable (${readable(unreadable)} of ${readable(visible.length)} characters are U+FFFD): it was not UTF-8 when it was read. Convert it to UTF-8 first.`,
    );
  }
  return undefined;
}
