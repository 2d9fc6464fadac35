/** What one output of a model means. */
export interface OutputSpec {
  /** `sequence`: one row a text. `token`: one row a token. `embedding`: the text as a unit vector. */
  kind: 'sequence' | 'token' | 'embedding';
  /** Names of the columns; none for an embedding. */
  labels: readonly string[];
  /** From which probability on a label counts, one a column, and of `token` outputs one a type (see `readEntities`); 0.5 where absent. */
  thresholds?: readonly number[] | undefined;
}

/** What a model is and how it is asked, from its metadata. */
export interface ModelSpec {
  name: string;
  version: string;
  /** ISO 639-1. */
  languages: readonly string[];
  /** Most tokens of one window, with the two that the tokenizer adds. */
  maxTokens: number;
  outputs: Readonly<Record<string, OutputSpec>>;
}

/** What an analysis may have, and the outputs that each part is made of. */
export const PARTS = ['sentiment', 'emotions', 'intents', 'aspects', 'entities'] as const;
export type Part = (typeof PARTS)[number];

const isIntent = (output: string) => output === 'intent' || output.startsWith('intent_');

/** The outputs that the wanted parts need, as far as the model has them. */
export function outputsFor(spec: ModelSpec, parts: readonly Part[]): string[] {
  const has = (output: string) => output in spec.outputs;
  const needed = (part: Part): string[] => {
    switch (part) {
      case 'sentiment':
        return ['sentiment'];
      case 'emotions':
        return ['emotion'];
      case 'intents':
        return Object.keys(spec.outputs).filter(isIntent);
      case 'aspects':
        return has('aspect') && has('aspect_polarity') ? ['aspect', 'aspect_polarity'] : [];
      case 'entities':
        return ['pii'];
    }
  };
  return [...new Set(parts.flatMap(needed))].filter(has);
}

/** The model's sets of intents. */
export const intentOutputs = (spec: ModelSpec): string[] => Object.keys(spec.outputs).filter(isIntent);
