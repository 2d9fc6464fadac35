/**
 * How long to wait, in ms, for an answer that takes the model's reading of so many characters: a full queue of the model is worked off in about 30 s, and a
 * long text is many runs of the model by itself.
 */
export const readingTimeoutMs = (characters: number): number => 30_000 + 2 * characters;
