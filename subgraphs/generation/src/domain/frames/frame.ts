import type { Tone } from '../tone.ts';

/** The sentences around the quotes: they carry tone, never facts. */
export interface ToneFrame {
  greeting: string;
  /** For unhappy customers; absent where the tone has no room for it. */
  sorry?: string;
  /** For happy ones. */
  glad?: string;
  closing: string;
}

export interface Frame {
  tones: Readonly<Record<Tone, ToneFrame>>;
  /** Opens the quotes. The titles stand in quotation marks. */
  intro(titles: readonly string[]): string;
  /** Instead of quotes, when a happy customer asks for nothing. */
  praise: string;
  /** Instead of quotes, when no article helps. */
  holding: string;
}
