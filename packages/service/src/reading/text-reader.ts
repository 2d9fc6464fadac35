import { createHmac } from 'node:crypto';
import type { Cache } from '../cache/cache.ts';
import type { Clock } from '../ids.ts';
import { aiAnalyze, type Analysis, type AnalysisPart, type FailedItem } from '../rpc/port.ts';
import type { Rpc } from '../rpc/rpc.ts';
import { type NormalText, normaliseText } from './normal-text.ts';
import { toQuestions } from './questions.ts';
import { readingTimeoutMs } from './reading-timeout.ts';

const KEPT_SECONDS = 24 * 60 * 60;
/** How long an answer's word on which model is live is believed. */
const BELIEVED_MS = 10_000;
const EVERYTHING: readonly AnalysisPart[] = ['sentiment', 'emotions', 'intents', 'aspects', 'entities'];

export interface ReadingModel {
  name: string;
  version: string;
  /** That it was trained on: ISO 639-1. */
  languages: readonly string[];
}

/** What a model says of one text; offsets are those of the text as it was given. */
export interface Reading extends Omit<Analysis, 'version'> {
  /** Stands for tenant, text (in its normal form), model and parts; nobody can tell the text from it without the secret. */
  id: string;
  model: ReadingModel;
  /** When the model said so. */
  readAt: Date;
}

export const isReading = (one: Reading | FailedItem): one is Reading => !('error' in one);

export interface ReadOptions {
  /** Default: everything that the model has, in the one pass that every service shares. */
  parts?: readonly AnalysisPart[];
  /** Default `interactive`. */
  priority?: 'interactive' | 'backfill';
  /** A certain deployed version; the live model when absent. */
  version?: string;
  signal?: AbortSignal;
}

export interface TextReader {
  /** In the order of the texts, any number of them. Throws the model service's `ServiceError`s; one text that it fails at fails alone. */
  read(tenant: string, texts: readonly string[], options?: ReadOptions): Promise<(Reading | FailedItem)[]>;
  /** The model that answers: the live one, at most 10 s old, or a certain version. Throws what the model service throws when there is no such version. */
  model(version?: string): Promise<ReadingModel>;
  /** Drops what is remembered of texts, of the live version; answers of another version end by themselves within a day. Throws what `model` throws. */
  forget(tenant: string, texts: readonly string[]): Promise<void>;
}

/** As it is kept: offsets in the normal form, so that every spelling of a text shares it. */
interface Kept {
  id: string;
  analysis: Analysis;
  model: { name: string; languages: readonly string[] };
  readAt: string;
}

interface Asked {
  normal: NormalText;
  id: string;
}

/**
 * Asks the model about texts and remembers its answers for a day under a keyed hash, so that the cache holds no text and services that share the
 * key and the cache share one pass of the model over a text. A text that comes twice is read once. A new version is noticed within ten seconds.
 */
export function createTextReader({ rpc, cache, clock, key }: { rpc: Rpc; cache: Cache; clock: Clock; key: Buffer }): TextReader {
  const known = new Map<string | undefined, { model: ReadingModel; at: number }>();

  async function ask(texts: string[], { parts, priority, version, signal }: ReadOptions) {
    const question = { texts, parts: [...(parts ?? EVERYTHING)], priority, version };
    const characters = texts.reduce((sum, { length }) => sum + length, 0);
    const answer = await rpc.call(aiAnalyze, question, { timeoutMs: readingTimeoutMs(characters), signal });
    known.set(version, { model: answer.model, at: clock().getTime() });
    return answer;
  }

  async function model(version?: string): Promise<ReadingModel> {
    const latest = known.get(version);
    if (latest && clock().getTime() - latest.at < BELIEVED_MS) return latest.model;
    return (await ask([], { version })).model;
  }

  function idOf(tenant: string, text: string, name: string, version: string, parts: readonly AnalysisPart[] | undefined): string {
    const what = JSON.stringify([tenant, name, version, parts ?? null, text]);
    return createHmac('sha256', key).update(what).digest('base64url');
  }

  async function recall(asked: readonly Asked[]): Promise<Map<string, Kept>> {
    const ids = [...new Set(asked.map(({ id }) => id))];
    const found = await Promise.all(ids.map(async (id) => [id, await cache.get<Kept>(`reading:${id}`)] as const));
    return new Map(found.flatMap(([id, kept]) => (kept ? [[id, kept] as const] : [])));
  }

  return {
    model,
    forget: async (tenant, texts) => {
      const { name, version } = await model();
      const keys = texts.map((text) => `reading:${idOf(tenant, normaliseText(text).text, name, version, undefined)}`);
      await Promise.all(keys.map((key) => cache.delete(key)));
    },
    read: async (tenant, texts, options = {}) => {
      const { parts, version } = options;
      if (texts.length === 0) return [];
      const { name, version: live } = await model(version);
      const asked = texts.map((text): Asked => {
        const normal = normaliseText(text);
        return { normal, id: idOf(tenant, normal.text, name, version ?? live, parts) };
      });
      const answers = new Map<string, Kept | FailedItem>(await recall(asked));
      const missing = [...new Map(asked.filter(({ id }) => !answers.has(id)).map((one) => [one.id, one])).values()];

      // One question after the other: a request with thousands of texts must not fill the queue that everybody shares.
      for (const question of toQuestions(missing, ({ normal }) => normal.text.length)) {
        const answer = await ask(
          question.map(({ normal }) => normal.text),
          options,
        );
        const readAt = clock().toISOString();
        await Promise.all(
          question.map(async ({ id, normal }, index) => {
            const analysis = answer.results[index]!;
            if ('error' in analysis) return void answers.set(id, analysis);
            // Under the version that answered: a canary, or one that went live in between, must not speak for another.
            const own = idOf(tenant, normal.text, answer.model.name, analysis.version, parts);
            const kept: Kept = { id: own, analysis, model: { name: answer.model.name, languages: answer.model.languages }, readAt };
            answers.set(id, kept);
            await cache.set(`reading:${own}`, kept, { ttlSeconds: KEPT_SECONDS });
          }),
        );
      }
      return asked.map(({ id, normal }) => {
        const answer = answers.get(id)!;
        return 'error' in answer ? answer : toReading(answer, normal);
      });
    },
  };
}

function toReading({ id, analysis, model, readAt }: Kept, { original }: NormalText): Reading {
  const { version, aspects, entities, ...rest } = analysis;
  const back = <Span extends { start: number; end: number }>(span: Span): Span => ({ ...span, ...original(span.start, span.end) });
  return {
    ...rest,
    ...(aspects && { aspects: aspects.map(back) }),
    ...(entities && { entities: entities.map(back) }),
    id,
    model: { ...model, version },
    readAt: new Date(readAt),
  };
}
