/** One run of a model: rows of tokens, all filled up to one length. */
export interface Batch {
  rows: number;
  length: number;
  /** rows x length, row by row. */
  ids: Int32Array;
  /** rows x length; 0 where a row is filled up. */
  mask: Uint8Array;
  /** Names of the outputs that are wanted. */
  outputs: readonly string[];
}

export interface Tensor {
  data: Float32Array;
  shape: readonly number[];
}

export type BatchOutput = Readonly<Record<string, Tensor>>;

/** What runs a loaded model: threads of this process, or another server. */
export interface Backend extends AsyncDisposable {
  /** Runs that make sense side by side. */
  readonly slots: number;
  /** Rejects when the run failed; the next one may succeed. */
  run(batch: Batch): Promise<BatchOutput>;
}
