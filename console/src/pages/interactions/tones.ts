import type { Tone } from '../../generated/graphql.ts';

/** Every way an answer can speak. */
export const TONES = ['NEUTRAL', 'EMPATHETIC', 'FORMAL', 'FRIENDLY', 'CONCISE'] as const satisfies readonly Tone[];
