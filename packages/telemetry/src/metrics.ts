/** One value of a gauge as it is read. */
export interface Sample<Label extends string = string> {
  labels: Readonly<Record<Label, string>>;
  value: number;
}

/**
 * Where figures go. Every label's values must be few and known beforehand or bounded by `createBound`; never a tenant, customer or id. The same name
 * may be asked for by several services of a process: they share it.
 */
export interface Metrics {
  /** False: nobody will read it, so spare yourself the counting. */
  readonly on: boolean;
  /** Counts up. The name ends in `_total`. */
  counter<Label extends string>(name: string, help: string, labels: readonly Label[]): (labels: Readonly<Record<Label, string>>, by?: number) => void;
  /** Spreads values over buckets; seconds for times. */
  histogram<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
    buckets: readonly number[],
  ): (labels: Readonly<Record<Label, string>>, value: number) => void;
  /** Reads values whenever somebody looks. What cannot be read within 2 s is left out. Several readers of one name add their samples. */
  gauge<Label extends string>(name: string, help: string, labels: readonly Label[], read: () => Promise<Sample<Label>[]> | Sample<Label>[]): void;
}

export const noMetrics: Metrics = { on: false, counter: () => () => {}, histogram: () => () => {}, gauge: () => {} };

/** Lets the first `most` different values through and calls the rest `other`, so that no caller can make a label grow without end. */
export function createBound(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return 'other';
    known.add(value);
    return value;
  };
}

/** Buckets of a request: 1 ms to 30 s. */
export const REQUEST_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;
