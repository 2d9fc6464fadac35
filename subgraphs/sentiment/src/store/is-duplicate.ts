interface WriteErrors {
  code?: unknown;
  writeErrors?: { index: number; code: number }[];
}

const DUPLICATE_KEY = 11_000;

/** Whether a write failed for nothing but a unique index. */
export function isDuplicate(error: unknown): boolean {
  const { code, writeErrors = [] } = error as WriteErrors;
  return writeErrors.length > 0 ? writeErrors.every((one) => one.code === DUPLICATE_KEY) : code === DUPLICATE_KEY;
}

/** Positions in an unordered bulk write that met a unique index. Throws the error on when anything else went wrong. */
export function duplicatePositions(error: unknown): number[] {
  const { writeErrors } = error as WriteErrors;
  if (!writeErrors || !isDuplicate(error)) throw error;
  return writeErrors.map(({ index }) => index);
}
