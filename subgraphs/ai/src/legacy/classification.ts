/** What the model says about one text. */
export interface Classification {
  probabilities: { negative: number; neutral: number; positive: number };
  /** The emotions that reach the model's own threshold for them, strongest first. */
  emotions: { emotion: string; score: number }[];
}

/** What the outputs mean, from the model's metadata. */
export interface Labels {
  /** Names of the `sentiment` columns: negative, neutral and positive, in the model's order. */
  sentiments: readonly string[];
  /** Names of the `emotion` columns. */
  emotions: readonly string[];
  /** From which probability on an emotion is said to be there, one for each column. */
  thresholds: readonly number[];
}

/** The raw rows of one text. */
export interface Row {
  sentiment: Float32Array;
  emotion: Float32Array;
}

/** The model answered with something that is no probability; the text is at fault or the model is. */
export class UnusableAnswer extends Error {
  override name = 'UnusableAnswer';
}

/** Gives the columns their names. Throws `UnusableAnswer` for a value that is no probability. */
export function toClassification({ sentiment, emotion }: Row, labels: Labels): Classification {
  const all = [...sentiment, ...emotion];
  if (all.length !== labels.sentiments.length + labels.emotions.length || !all.every((value) => value >= 0 && value <= 1)) {
    throw new UnusableAnswer('The model gave no usable answer for a text.');
  }
  const of = (label: string) => sentiment[labels.sentiments.indexOf(label)]!;
  return {
    probabilities: { negative: of('negative'), neutral: of('neutral'), positive: of('positive') },
    emotions: labels.emotions
      .map((name, column) => ({ emotion: name, score: emotion[column]!, threshold: labels.thresholds[column]! }))
      .filter(({ score, threshold }) => score >= threshold)
      .toSorted((a, b) => b.score - a.score)
      .map(({ emotion: name, score }) => ({ emotion: name, score })),
  };
}
