import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import { entityTypeByName } from '../domain/entity-types.ts';
import type { Finding } from '../domain/finding.ts';
import { riskScore } from '../domain/risk-score.ts';
import { checkLength } from '../errors.ts';
import { findPersonalData } from './find-personal-data.ts';

export interface Report {
  entities: Finding[];
  /** The language that was looked for, `und` when none was named. */
  language: string;
  riskScore: number;
}

const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A BCP 47 tag; `und` for none. Throws BAD_USER_INPUT. */
export function parseLanguage(language: string | null | undefined): string {
  if (!language) return 'und';
  if (!LANGUAGE.test(language))
    throw badInput('language', `"language" must be a language tag such as "en" or "de-AT", not ${JSON.stringify(language.slice(0, 40))}.`);
  return language;
}

export function checkType(type: string, argument: string): void {
  if (!entityTypeByName.has(type))
    throw badInput(argument, `There is no entity type ${JSON.stringify(type.slice(0, 40))}; piiEntityTypes lists them all.`);
}

/** Finds personal data; `names`: known ones, to be found as PERSON. Throws BAD_USER_INPUT for a text too long, an unknown type, a threshold outside of 0 to 1, and SERVICE_UNAVAILABLE without the model. */
export async function detectPii(
  deps: Deps,
  tenant: string,
  request: { text: string; language?: string | null; entities?: readonly string[] | null; minScore?: number | null; names?: readonly string[] },
): Promise<Report> {
  const { text, language, entities, minScore, names = [] } = request;
  checkLength(text);
  const tag = parseLanguage(language);
  for (const type of entities ?? []) checkType(type, 'entities');
  if (minScore != null && !(minScore >= 0 && minScore <= 1)) throw badInput('minScore', `"minScore" must be between 0 and 1, not ${minScore}.`);
  const types = entities ? new Set(entities) : undefined;
  const found = await findPersonalData(deps, { tenant, text, language: tag, names, types, minScore: minScore ?? undefined });
  return { entities: found, language: tag, riskScore: riskScore(found) };
}
