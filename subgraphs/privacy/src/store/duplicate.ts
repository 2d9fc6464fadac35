const DUPLICATE_KEY = 11_000;

/** Whether a write met a unique index. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown }).code === DUPLICATE_KEY;
