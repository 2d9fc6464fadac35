interface WriteError {
  index: number;
  code: number;
}
interface WriteErrors {
  code?: unknown;
  /** The driver's type: one alone may come without its list. */
  writeErrors?: WriteError | WriteError[];
}

const DUPLICATE_KEY = 11_000;

/** Whether a write failed for nothing but a unique index. */
export function isDuplicate(error: unknown): boolean {
  const { code, writeErrors = [] } = error as WriteErrors;
  const errors = [writeErrors].flat();
  return errors.length > 0 ? errors.every((one) => one.code === DUPLICATE_KEY) : code === DUPLICATE_KEY;
}

/** Positions in an unordered bulk write that met a unique index. Throws the error on when anything else went wrong. */
export function duplicatePositions(error: unknown): number[] {
  const { writeErrors } = error as WriteErrors;
  if (!writeErrors || !isDuplicate(error)) throw error;
  return [writeErrors].flat().map(({ index }) => index);
}
