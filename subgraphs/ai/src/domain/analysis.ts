import type { EncodedText } from './encoded-text.ts';
import { readEntities } from './entities.ts';
import { intentOutputs, type ModelSpec, type Part } from './model-spec.ts';
import { readTags } from './tags.ts';
import type { Window } from './windows.ts';

/** The model's rows for one window: `sequence` and `embedding` outputs one row, `token` outputs one a token, without the two marks. */
export type Rows = Readonly<Record<string, Float32Array>>;

const LIKELIER_THAN_NOT = 0.5;

export type Polarity = 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';

/** What a model says of one text; the parts that were asked for and that it has. Offsets are UTF-16 units of the text. */
export interface TextAnalysis {
  windows: number;
  truncated: boolean;
  probabilities?: { negative: number; neutral: number; positive: number };
  emotions?: { emotion: string; score: number }[];
  intents?: { set: string; label: string; score: number }[];
  aspects?: { start: number; end: number; label: Polarity; score: number }[];
  entities?: { start: number; end: number; type: string; score: number }[];
}

/** The model answered with something that is no answer: not a number, no probability, a row of the wrong length. */
export class UnusableAnswer extends Error {
  override name = 'UnusableAnswer';
}

/**
 * One text's rows out of those of its windows. A token's row is that of the window it belongs to; rows of the whole text are averaged, each window
 * weighing as many tokens as belong to it. Throws `UnusableAnswer` for rows that are no answer.
 */
export function mergeWindows(spec: ModelSpec, windows: readonly Window[], rows: readonly Rows[], outputs: readonly string[]): Rows {
  return Object.fromEntries(
    outputs.map((output) => {
      const { kind, labels } = spec.outputs[output]!;
      const parts = rows.map((row) => row[output]!);
      parts.forEach((part, index) => {
        const { from, to } = windows[index]!;
        checkRow(part, kind, kind === 'token' ? labels.length * (to - from) : labels.length, output);
      });
      if (kind === 'token') return [output, joinTokens(windows, parts, labels.length)];
      const mean = parts.length === 1 ? parts[0]! : averageRows(windows, parts);
      return [output, kind === 'embedding' ? toUnit(mean, output) : mean];
    }),
  );
}

function checkRow(row: Float32Array | undefined, kind: string, length: number, output: string): void {
  const isEmbedding = kind === 'embedding';
  const low = isEmbedding ? -Number.MAX_VALUE : -1e-6;
  const high = isEmbedding ? Number.MAX_VALUE : 1 + 1e-3; // float32 sums of a softmax
  const usable = row !== undefined && (isEmbedding ? row.length > 0 : row.length === length) && row.every((value) => value >= low && value <= high);
  if (!usable) throw new UnusableAnswer(`The model gave no usable answer for a text: its output "${output}" is not what it should be.`);
}

function joinTokens(windows: readonly Window[], parts: readonly Float32Array[], columns: number): Float32Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Float32Array(windows.at(-1)!.ownTo * columns);
  windows.forEach(({ from, ownFrom, ownTo }, index) => {
    joined.set(parts[index]!.subarray((ownFrom - from) * columns, (ownTo - from) * columns), ownFrom * columns);
  });
  return joined;
}

function averageRows(windows: readonly Window[], parts: readonly Float32Array[]): Float32Array {
  const sum = new Float64Array(parts[0]!.length);
  parts.forEach((part, index) => {
    const weight = windows[index]!.ownTo - windows[index]!.ownFrom;
    for (let column = 0; column < sum.length; column++) sum[column]! += part[column]! * weight;
  });
  const total = windows.at(-1)!.ownTo;
  return Float32Array.from(sum, (value) => value / total);
}

function toUnit(vector: Float32Array, output: string): Float32Array {
  const length = Math.hypot(...vector);
  if (length < 1e-6) throw new UnusableAnswer(`The model gave no usable answer for a text: its output "${output}" has no direction.`);
  return vector.map((value) => value / length);
}

/** Gives the merged rows their names. */
export function toAnalysis(spec: ModelSpec, encoded: EncodedText, windows: number, rows: Rows, parts: readonly Part[]): TextAnalysis {
  const named = (part: Part, make: () => Partial<TextAnalysis>) => (parts.includes(part) ? make() : {});
  return {
    windows,
    truncated: false,
    ...named('sentiment', () => (rows['sentiment'] ? { probabilities: toProbabilities(spec, rows['sentiment']) } : {})),
    ...named('emotions', () => (rows['emotion'] ? { emotions: toEmotions(spec, rows['emotion']) } : {})),
    ...named('intents', () => ({ intents: intentOutputs(spec).flatMap((set) => (rows[set] ? [toIntent(spec, set, rows[set])] : [])) })),
    ...named('aspects', () => (rows['aspect'] ? { aspects: toAspects(spec, encoded, rows) } : {})),
    ...named('entities', () => (rows['pii'] ? { entities: toEntities(spec, encoded, rows['pii']) } : {})),
  };
}

function toProbabilities(spec: ModelSpec, row: Float32Array) {
  const of = (label: string) => row[spec.outputs['sentiment']!.labels.indexOf(label)]!;
  return { negative: of('negative'), neutral: of('neutral'), positive: of('positive') };
}

function toEmotions(spec: ModelSpec, row: Float32Array) {
  const { labels, thresholds } = spec.outputs['emotion']!;
  return labels
    .map((emotion, column) => ({ emotion, score: row[column]!, threshold: thresholds?.[column] ?? 0.5 }))
    .filter(({ score, threshold }) => score >= threshold)
    .toSorted((a, b) => b.score - a.score)
    .map(({ emotion, score }) => ({ emotion, score }));
}

function toIntent(spec: ModelSpec, set: string, row: Float32Array) {
  const best = row.indexOf(Math.max(...row));
  return { set, label: spec.outputs[set]!.labels[best]!, score: row[best]! };
}

function toAspects(spec: ModelSpec, encoded: EncodedText, rows: Rows) {
  const { labels } = spec.outputs['aspect']!;
  const polarities = spec.outputs['aspect_polarity']!.labels;
  return readTags(rows['aspect']!, labels, encoded).map(({ start, end, tokens }) => {
    const means = polarities.map(
      (_, column) => tokens.reduce((sum, token) => sum + rows['aspect_polarity']![token * polarities.length + column]!, 0) / tokens.length,
    );
    const best = means.indexOf(Math.max(...means));
    return { start, end, label: polarities[best]!.toUpperCase() as Polarity, score: means[best]! };
  });
}

function toEntities(spec: ModelSpec, encoded: EncodedText, row: Float32Array) {
  const { labels, thresholds } = spec.outputs['pii']!;
  return readEntities(row, labels, encoded, thresholds ?? labels.map(() => LIKELIER_THAN_NOT));
}
