import { aiClassify, type Clock, type Rpc } from '@customerai/service';
import type { Classification, LiveModel } from '../domain/verdict.ts';

/** Texts in one question, as the port allows. */
const MOST_TEXTS = 512;
/** Characters in one question: at six bytes each (JSON's longest escape) it stays below the 1 MB that a NATS message may have. */
const MOST_CHARACTERS = 150_000;
/** How long an answer's word on which model is live is believed. */
const BELIEVED_MS = 10_000;
/** A full queue of the model is worked off in far less. */
const TIMEOUT_MS = 30_000;

export interface ModelClient {
  /** Answers in the order of the texts, any number of them. Throws the model service's `ServiceError`s. */
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
      const results: Classification[] = [];
      let model: LiveModel | undefined;
      for (const question of toQuestions(texts)) {
        const answer = await ask(question, signal);
        model = answer.model;
        results.push(...answer.results);
      }
      return { model: model!, results };
    },
    live: async () => {
      if (latest && clock().getTime() - latest.at < BELIEVED_MS) return latest.model;
      return (await ask([])).model;
    },
  };
}

/** The texts in their order, in questions that the port and its carrier take; one question at least. */
function toQuestions(texts: readonly string[]): string[][] {
  const questions: string[][] = [[]];
  let characters = 0;
  for (const text of texts) {
    const open = questions.at(-1)!;
    if (open.length === MOST_TEXTS || (open.length > 0 && characters + text.length > MOST_CHARACTERS)) {
      questions.push([text]);
      characters = text.length;
    } else {
      open.push(text);
      characters += text.length;
    }
  }
  return questions;
}
