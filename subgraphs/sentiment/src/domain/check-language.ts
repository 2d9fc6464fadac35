import { type Problem, problem } from './problem.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A language tag (BCP 47) as its language alone, e.g. `en` for `en-GB` and `eng`; `und` stays. Undefined for what names no language. */
export function parseLanguage(tag: string): string | undefined {
  try {
    const language = new Intl.Locale(tag.trim()).language || 'und'; // some engines leave "und" out
    return language === 'und' || names.of(language) ? language : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a language tag, if anything. */
export function checkLanguage(tag: string, argument = 'language'): Problem | undefined {
  if (parseLanguage(tag)) return undefined;
  return problem(
    argument,
    `\`${argument}\` ${JSON.stringify(tag.slice(0, 40))} names no language: give an ISO 639-1 code such as "en", or leave it out.`,
  );
}
