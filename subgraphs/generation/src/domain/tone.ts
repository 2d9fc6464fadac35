export type Tone = 'NEUTRAL' | 'EMPATHETIC' | 'FORMAL' | 'FRIENDLY' | 'CONCISE';

export interface Sentiment {
  label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
  /** -1 to 1. */
  score: number;
  confidence: number;
}

/** The tone of a draft that nobody asked for: kind to the angry, plain to the rest. */
export const toneFor = (sentiment: Sentiment | undefined): Tone => (sentiment?.label === 'NEGATIVE' ? 'EMPATHETIC' : 'NEUTRAL');
