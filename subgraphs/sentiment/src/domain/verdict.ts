export type Label = 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';

/** What the model said about a text. */
export interface Classification {
  probabilities: { negative: number; neutral: number; positive: number };
  /** Those that reach the model's own threshold for them. */
  emotions: { emotion: string; score: number }[];
}

export interface LiveModel {
  name: string;
  version: string;
  /** That it was trained on: ISO 639-1. */
  languages: string[];
}

/** What is kept of an answer. */
export interface Verdict extends Classification {
  label: Label;
  /** Expected polarity, -1 to 1: P(positive) - P(negative). */
  score: number;
  /** P(label). */
  confidence: number;
  language: string;
  /** Whether the model was trained on the language; absent when the language could not be told. */
  languageSupported?: boolean;
  model: { name: string; version: string };
  analyzedAt: Date;
}

const MOST_EMOTIONS = 5; // more than anyone reads; the model's thresholds seldom let as many through

/** The sixth decimal is noise of float32; without it answers read well and compare equal. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;

/** Label of the greatest probability; of equal ones NEUTRAL, then NEGATIVE, so that no feeling is claimed for nothing. */
export function labelOf({ negative, neutral, positive }: Classification['probabilities']): Label {
  if (neutral >= negative && neutral >= positive) return 'NEUTRAL';
  return negative >= positive ? 'NEGATIVE' : 'POSITIVE';
}

export function scoreOf({ negative, positive }: Classification['probabilities']): number {
  return round(positive - negative);
}

/**
 * How much of an answer is believed in a language that the model was not trained on. It finds next to no words it knows and falls back on
 * NEUTRAL: on the twelve other languages of XED, all of it with feeling, at 0.73 mean confidence and right in 5 of 100. A quarter leaves such an
 * answer at about 0.43, which nobody takes for sure, and keeps the order of the classes.
 */
const BELIEVED_ABROAD = 0.25;

const supports = (model: { languages: readonly string[] }, language: string) => (language === 'und' ? undefined : model.languages.includes(language));

/** The probabilities as they may be told for a text in that language: as they are, or drawn towards a third each where the model was not trained on it. */
export function temper(
  { negative, neutral, positive }: Classification['probabilities'],
  languageSupported: boolean | undefined,
): Classification['probabilities'] {
  const told = languageSupported === false ? (value: number) => round(BELIEVED_ABROAD * value + (1 - BELIEVED_ABROAD) / 3) : round;
  return { negative: told(negative), neutral: told(neutral), positive: told(positive) };
}

/** Turns the model's answer into what is stored and shown. */
export function toVerdict(classification: Classification, language: string, model: LiveModel, analyzedAt: Date): Verdict {
  const languageSupported = supports(model, language);
  const probabilities = temper(classification.probabilities, languageSupported);
  const label = labelOf(probabilities);
  return {
    label,
    score: scoreOf(probabilities),
    confidence: probabilities[label.toLowerCase() as 'negative' | 'neutral' | 'positive'],
    probabilities,
    // Their thresholds mean nothing in another language: no emotion is claimed there.
    emotions: (languageSupported === false ? [] : classification.emotions)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, MOST_EMOTIONS)
      .map(({ emotion, score }) => ({ emotion, score: round(score) })),
    language,
    ...(languageSupported === undefined ? {} : { languageSupported }),
    model: { name: model.name, version: model.version },
    analyzedAt,
  };
}
