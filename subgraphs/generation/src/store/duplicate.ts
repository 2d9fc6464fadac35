/** A unique index refused the write. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === 11_000;
