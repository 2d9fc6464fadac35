import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import { anonymize } from '../domain/anonymize.ts';
import { detect } from '../domain/detect.ts';
import { checkLength } from '../errors.ts';
import { parseLanguage } from './detect-pii.ts';

const MAX_NAMES = 50;
const MAX_NAME = 200;

/** The text with each piece of personal data replaced by `<TYPE>`, and the types that were hidden. Throws rather than return a text half looked through. */
export function redact(
  deps: Deps,
  { text, language, names = [] }: { text: string; language?: string | null; names?: readonly string[] },
): { text: string; types: string[] } {
  checkLength(text);
  if (names.length > MAX_NAMES || names.some((name) => name.length > MAX_NAME)) {
    throw badInput('names', `At most ${MAX_NAMES} names of at most ${MAX_NAME} characters can be hidden.`);
  }
  const found = detect(text, { language: parseLanguage(language), names, minScore: deps.minScore }, deps.recognizers);
  return { text: anonymize(text, found), types: [...new Set(found.map(({ type }) => type))].toSorted() };
}
