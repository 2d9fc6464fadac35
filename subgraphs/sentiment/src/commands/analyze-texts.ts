import { badInput, type Cache, type Clock } from '@customerai/service';
import { createHmac } from 'node:crypto';
import { checkLanguage, parseLanguage } from '../domain/check-language.ts';
import { checkText } from '../domain/check-text.ts';
import type { Analysis } from '../domain/interaction.ts';
import { normaliseText } from '../domain/normalise-text.ts';
import { type LiveModel, toVerdict, type Verdict } from '../domain/verdict.ts';
import { refused } from '../errors.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { ModelClient } from '../model/model-client.ts';

const KEPT_SECONDS = 24 * 60 * 60;
const MOST_TEXTS = 256;

export interface AnalyzeTextsDeps {
  model: ModelClient;
  cache: Cache;
  cacheKey: Buffer;
  clock: Clock;
}

interface Asked {
  text: string;
  /** As it is scored. */
  normal: string;
  language: string;
  /** Stands for tenant, text, language and model; nobody can tell the text from it without the secret. */
  id: string;
}

/**
 * Analyses texts without storing them, in their order. Answers are kept for 24 hours by a keyed hash, so that the cache holds no text; the same
 * text twice in a call is scored once. `argument`: how the client calls the texts. Throws BAD_USER_INPUT naming the text at fault.
 */
export async function analyzeTexts(
  deps: AnalyzeTextsDeps,
  tenant: string,
  texts: readonly string[],
  language: string | null | undefined,
  argument: (index: number) => string,
): Promise<Analysis[]> {
  if (texts.length > MOST_TEXTS) {
    throw badInput('texts', `At most ${MOST_TEXTS} texts can be analysed in one call, not ${texts.length}: send them in several calls.`);
  }
  const given = language ?? undefined;
  const wrong = firstProblem(texts, argument) ?? (given === undefined ? undefined : checkLanguage(given));
  if (wrong) throw refused(wrong);
  if (texts.length === 0) return [];

  const live = await deps.model.live();
  const asked = texts.map((text) => toAsked(deps.cacheKey, tenant, text, given === undefined ? detectLanguage(text) : parseLanguage(given)!, live));
  const verdicts = await readVerdicts(deps.cache, asked);
  const missing = [...new Map(asked.filter(({ id }) => !verdicts.has(id)).map((one) => [one.id, one])).values()];
  if (missing.length > 0) {
    const { model, results } = await deps.model.classify(missing.map(({ normal }) => normal));
    const now = deps.clock();
    missing.forEach(({ id, language: told }, index) => verdicts.set(id, toVerdict(results[index]!, told, model, now)));
    // A model that changed in between is known from now on; its answers must not be kept under the old one's name.
    if (model.version === live.version) {
      await Promise.all(missing.map(({ id }) => deps.cache.set(cacheName(id), verdicts.get(id), { ttlSeconds: KEPT_SECONDS })));
    }
  }
  return asked.map(({ id, text }) => ({ ...verdicts.get(id)!, id, text }));
}

const cacheName = (id: string) => `sentiment:${id}`;

function firstProblem(texts: readonly string[], argument: (index: number) => string) {
  for (const [index, text] of texts.entries()) {
    const found = checkText(text, argument(index));
    if (found) return found;
  }
  return undefined;
}

function toAsked(key: Buffer, tenant: string, text: string, language: string, { name, version }: LiveModel): Asked {
  const normal = normaliseText(text);
  const id = createHmac('sha256', key)
    .update(JSON.stringify([tenant, language, name, version, normal]))
    .digest('base64url');
  return { text, normal, language, id: `text_${id}` };
}

async function readVerdicts(cache: Cache, asked: readonly Asked[]): Promise<Map<string, Verdict>> {
  const ids = [...new Set(asked.map(({ id }) => id))];
  const kept = await Promise.all(ids.map(async (id) => [id, await cache.get<Verdict & { analyzedAt: string }>(cacheName(id))] as const));
  return new Map(kept.flatMap(([id, verdict]) => (verdict ? [[id, { ...verdict, analyzedAt: new Date(verdict.analyzedAt) }] as const] : [])));
}
