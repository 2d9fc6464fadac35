import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import { anonymize } from '../domain/anonymize.ts';
import { isTelling } from '../domain/entity-types.ts';
import { checkLength } from '../errors.ts';
import { parseLanguage } from './detect-pii.ts';
import { findPersonalData } from './find-personal-data.ts';

const MAX_NAMES = 50;
const MAX_NAME = 200;

/**
 * The text with each piece of personal data replaced by `<TYPE>`, and the types that were hidden, as far as they tell who somebody is (a city or a company alone does not).
 * Throws rather than return a text half looked through.
 */
export async function redact(
  deps: Deps,
  request: { tenant: string; text: string; language?: string | null; names?: readonly string[]; signal?: AbortSignal },
): Promise<{ text: string; types: string[] }> {
  const { tenant, text, language, names = [], signal } = request;
  checkLength(text);
  if (names.length > MAX_NAMES || names.some((name) => name.length > MAX_NAME)) {
    throw badInput('names', `At most ${MAX_NAMES} names of at most ${MAX_NAME} characters can be hidden.`);
  }
  const found = await findPersonalData(deps, { tenant, text, language: parseLanguage(language), names, signal });
  return { text: anonymize(text, found), types: [...new Set(found.map(({ type }) => type))].filter(isTelling).toSorted() };
}
