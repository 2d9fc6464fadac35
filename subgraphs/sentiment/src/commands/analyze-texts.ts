import { badInput, ServiceError, type TextReader } from '@customerai/service';
import { checkLanguage, parseLanguage } from '../domain/check-language.ts';
import { checkText } from '../domain/check-text.ts';
import type { Analysis } from '../domain/interaction.ts';
import { toVerdict } from '../domain/verdict.ts';
import { refused } from '../errors.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { readTexts } from './read-texts.ts';

const MOST_TEXTS = 256;

/**
 * Analyses texts without storing them, in their order. A text at fault, named by `argument`, or one that the model fails at is an error in its
 * place: its neighbours are answered. Throws BAD_USER_INPUT for what concerns all of them, and the model service's errors.
 */
export async function analyzeTexts(
  { reader }: { reader: TextReader },
  tenant: string,
  texts: readonly string[],
  language: string | null | undefined,
  argument: (index: number) => string,
): Promise<(Analysis | ServiceError)[]> {
  if (texts.length > MOST_TEXTS) {
    throw badInput('texts', `At most ${MOST_TEXTS} texts can be analysed in one call, not ${texts.length}: send them in several calls.`);
  }
  const given = language ?? undefined;
  const wrong = given === undefined ? undefined : checkLanguage(given);
  if (wrong) throw refused(wrong);

  const problems = texts.map((text, index) => checkText(text, argument(index)));
  const fair = texts.filter((_, index) => !problems[index]);
  const answers = (await readTexts(reader, tenant, fair)).values();
  return texts.map((text, index) => {
    const problem = problems[index];
    if (problem) return refused(problem);
    const said = answers.next().value!;
    if (said instanceof ServiceError) return said;
    const told = given === undefined ? detectLanguage(text) : parseLanguage(given)!;
    return { ...toVerdict(said, told, said.readAt), id: `text_${said.id}.${told}`, text };
  });
}
