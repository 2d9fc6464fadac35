const FIRST_CAPACITY = 1_024;

/** A column as codes of its distinct values, in order of appearance: small, whatever the length of the words. */
export interface Column {
  name: string;
  values: string[];
  /** Code of each row. */
  codes: Uint32Array;
}

/** Collects a column row by row. */
export function collectColumn(name: string): { add(value: string): void; finish(): Column } {
  const known = new Map<string, number>();
  let codes = new Uint32Array(FIRST_CAPACITY);
  let rows = 0;
  return {
    add: (value) => {
      if (rows === codes.length) {
        const larger = new Uint32Array(rows * 2);
        larger.set(codes);
        codes = larger;
      }
      let code = known.get(value);
      if (code === undefined) known.set(value, (code = known.size));
      codes[rows++] = code;
    },
    finish: () => ({ name, values: [...known.keys()], codes: codes.slice(0, rows) }),
  };
}
