import { ServiceError } from '@customerai/service';
import { inSpan } from '@customerai/telemetry';
import { mergeWindows, type Rows, type TextAnalysis, toAnalysis, UnusableAnswer } from '../domain/analysis.ts';
import type { EncodedText } from '../domain/encoded-text.ts';
import { type ModelSpec, outputsFor, type Part } from '../domain/model-spec.ts';
import { prepareText } from '../domain/prepare-text.ts';
import { cutWindows, type Window } from '../domain/windows.ts';
import type { Backend } from './backend.ts';
import { type Batcher, createBatcher, type Priority, type Row, type RowOutput } from './batcher.ts';
import type { InferenceFigures } from './figures.ts';
import { createStats, type InferenceStats } from './stats.ts';
import type { TextTokenizer } from './tokenizer.ts';

/** Tokens that two neighbouring windows of a long text share: a quarter of a window, 64 at most. */
const overlapOf = (size: number) => Math.min(64, Math.floor(size / 4));

const DOWN = { code: 'SERVICE_UNAVAILABLE', message: 'The model does not answer right now. Try again in a moment.' } as const;

/** One text that got no answer, and why. */
export interface Failed {
  error: { code: string; message: string };
}
export const isFailed = (result: object): result is Failed => 'error' in result;

export interface AskOptions {
  priority?: Priority | undefined;
  signal?: AbortSignal | undefined;
}

/** A text as a vector. */
export interface Embedded {
  vector: Float32Array;
  /** How many tokens the text has. */
  tokens: number;
}

/** One loaded version of a model. Disposing waits for the calls under way. */
export interface Runtime extends AsyncDisposable {
  readonly spec: ModelSpec;
  /** How many token ids it knows. */
  readonly vocabulary: number;
  /** Answers in the order of the texts. Throws RATE_LIMITED when the queue is full; a text that the model has no answer for fails alone. */
  analyze(texts: readonly string[], parts: readonly Part[], options?: AskOptions): Promise<(TextAnalysis | Failed)[]>;
  /** Unit vectors, in the order of the texts. As `analyze` for the rest. */
  embed(texts: readonly string[], options?: AskOptions): Promise<(Embedded | Failed)[]>;
  /** Rows of tokens as they are, through the same queue. */
  infer(rows: readonly Row[], outputs: readonly string[], options?: AskOptions): Promise<RowOutput[]>;
  /** Rows that wait or run. */
  readonly waiting: number;
  stats(): InferenceStats;
}

export interface RuntimeOptions {
  spec: ModelSpec;
  tokenizer: TextTokenizer;
  backend: Backend;
  /** Tokens that may wait and run; one call is always let in when nothing waits. */
  capacity: number;
  figures?: InferenceFigures;
  /** Of the batcher; see there. */
  tokenBudget?: number | undefined;
}

export function createRuntime({ spec, tokenizer, backend, capacity, figures, tokenBudget }: RuntimeOptions): Runtime {
  const batcher: Batcher = createBatcher(figures?.watchBackend(backend) ?? backend, { tokenBudget });
  const stats = createStats(figures);
  let calls = 0;
  let onQuiet: (() => void) | undefined;

  /** Counts the calls under way, so that a version that is replaced finishes what it was asked. */
  async function counted<Result>(work: () => Promise<Result>): Promise<Result> {
    calls += 1;
    try {
      return await work();
    } finally {
      calls -= 1;
      if (calls === 0) onQuiet?.();
    }
  }

  function admit(tokens: number, texts: number): void {
    if (batcher.tokens === 0 || batcher.tokens + tokens <= capacity) return;
    figures?.refused(texts);
    const retryAfter = Math.max(1, Math.ceil(batcher.secondsToEmpty / 2));
    throw new ServiceError('RATE_LIMITED', `The model's queue is full. Try again in ${retryAfter} ${retryAfter === 1 ? 'second' : 'seconds'}.`, {
      retryAfter,
    });
  }

  /** What the model says of each text, as `make` reads it; `make` throws `UnusableAnswer` for what is no answer. */
  async function ask<Result>(
    texts: readonly string[],
    outputs: readonly string[],
    make: (rows: Rows, encoded: EncodedText, windows: number) => Result,
    { priority, signal }: AskOptions,
  ): Promise<(Result | Failed)[]> {
    const start = performance.now();
    const encoded = await Promise.all(texts.map((text) => tokenizer.encode(prepareText(text))));
    signal?.throwIfAborted();
    const size = spec.maxTokens - 2;
    const cuts = encoded.map(({ ids }) => cutWindows(ids.length, size, overlapOf(size)));
    const length = cuts.flat().reduce((sum, { from, to }) => sum + to - from + 2, 0);
    admit(length, texts.length);
    let position = 0;
    let cause: unknown;
    const answerOne = async (one: EncodedText, windows: readonly Window[]): Promise<Result | Failed> => {
      try {
        const rows = await Promise.all(windows.map((window) => askWindow(one, window, { outputs, priority, signal, position: position++ })));
        const result = make(mergeWindows(spec, windows, rows, outputs), one, windows.length);
        stats.answered(performance.now() - start);
        return result;
      } catch (error) {
        stats.failed();
        if (signal?.aborted) throw signal.reason;
        cause = error;
        return { error: toProblem(error) };
      }
    };
    const results = await inSpan(`infer ${spec.name}`, { onlyInside: true, attributes: { 'customerai.texts': texts.length } }, () =>
      Promise.all(encoded.map((one, index) => answerOne(one, cuts[index]!))),
    );
    // Not a text's fault but the model's: the call fails, and may be tried again.
    const isDown = results.length > 0 && results.every((result) => isFailed(result as object) && (result as Failed).error.code === DOWN.code);
    if (isDown) throw new ServiceError('SERVICE_UNAVAILABLE', DOWN.message, {}, { cause });
    return results;
  }

  async function askWindow({ ids }: EncodedText, { from, to }: Window, options: Parameters<Batcher['add']>[1]): Promise<Rows> {
    const row = new Int32Array(to - from + 2);
    row[0] = tokenizer.marks.begin;
    row.set(ids.subarray(from, to), 1);
    row[row.length - 1] = tokenizer.marks.end;
    const output = await batcher.add({ ids: row }, options);
    // The rows of the two marks are nobody's.
    return Object.fromEntries(
      Object.entries(output).map(([name, data]) => {
        const { kind, labels } = spec.outputs[name]!;
        return [name, kind === 'token' ? data.subarray(labels.length, data.length - labels.length) : data];
      }),
    );
  }

  return {
    spec,
    vocabulary: tokenizer.size,
    analyze: (texts, parts, options = {}) =>
      counted(() => ask(texts, outputsFor(spec, parts), (rows, encoded, windows) => toAnalysis(spec, encoded, windows, rows, parts), options)),
    embed: async (texts, options = {}) => {
      if (!spec.outputs['embedding']) throw new ServiceError('BAD_USER_INPUT', `The model ${spec.name} ${spec.version} makes no embeddings.`);
      return counted(() => ask(texts, ['embedding'], (rows, { ids }) => ({ vector: rows['embedding']!, tokens: ids.length }), options));
    },
    infer: (rows, outputs, options = {}) =>
      counted(async () => {
        const start = performance.now();
        admit(
          rows.reduce((sum, { ids }) => sum + ids.length, 0),
          rows.length,
        );
        try {
          const answers = await Promise.all(rows.map((row, position) => batcher.add(row, { ...options, outputs, position })));
          for (const _ of answers) stats.answered(performance.now() - start);
          return answers;
        } catch (error) {
          for (const _ of rows) stats.failed();
          throw error;
        }
      }),
    get waiting() {
      return batcher.rows;
    },
    stats: () => stats.read(batcher.runs),
    [Symbol.asyncDispose]: async () => {
      if (calls > 0) await new Promise<void>((resolve) => (onQuiet = resolve));
      await backend[Symbol.asyncDispose]();
    },
  };
}

function toProblem(error: unknown): Failed['error'] {
  if (error instanceof UnusableAnswer) return { code: 'UNUSABLE_ANSWER', message: error.message };
  return DOWN;
}
