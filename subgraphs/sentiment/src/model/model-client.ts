import { aiClassify, type Clock, type Rpc } from '@customerai/service';
import type { Classification, LiveModel } from '../domain/verdict.ts';

/** Texts in one question, as the port allows. */
const MOST_TEXTS = 512;
/** How long an answer's word on which model is live is believed. */
const BELIEVED_MS = 10_000;
/** A deep queue of 4,096 texts is worked off in far less. */
const TIMEOUT_MS = 30_000;

export interface ModelClient {
  /** Answers in the order of the texts, any number. Throws the model service's `ServiceError`s. */
  classify(texts: readonly string[], signal?: AbortSignal): Promise<{ model: LiveModel; results: Classification[] }>;
  /** Which model would answer; at most 10 s old. */
  live(): Promise<LiveModel>;
}

export function createModelClient(rpc: Rpc, clock: Clock): ModelClient {
  let latest: { model: LiveModel; at: number } | undefined;

  async function ask(texts: string[], signal?: AbortSignal) {
    const answer = await rpc.call(aiClassify, { texts }, { timeoutMs: TIMEOUT_MS, signal });
    latest = { model: answer.model, at: clock().getTime() };
    return answer;
  }
  return {
    // One after the other: a request with thousands of sentences must not fill the queue that everybody shares.
    classify: async (texts, signal) => {
      const first = await ask(texts.slice(0, MOST_TEXTS), signal);
      const results = [...first.results];
      for (let from = MOST_TEXTS; from < texts.length; from += MOST_TEXTS)
        results.push(...(await ask(texts.slice(from, from + MOST_TEXTS), signal)).results);
      return { model: first.model, results };
    },
    live: async () => {
      if (latest && clock().getTime() - latest.at < BELIEVED_MS) return latest.model;
      return (await ask([])).model;
    },
  };
}
