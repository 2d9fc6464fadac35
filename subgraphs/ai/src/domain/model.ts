/** One trained version of a model, as its folder tells. */
export interface ModelVersion {
  version: string;
  /** What the file is: `ONNX`. */
  format: string;
  /** All files of the version together. */
  sizeBytes: number;
  /** Measured figures by name, as training wrote them. */
  metrics: Record<string, unknown>;
  /** Markdown: purpose, data, licences, figures, limits. */
  modelCard: string;
  createdAt: Date;
}

/** A model by name with its versions, newest first. */
export interface Model {
  name: string;
  task: string;
  versions: readonly ModelVersion[];
}

/** Orders versions such as `1.10.0` and `1.9.2`, the newest first. */
export const newestFirst = (a: string, b: string): number => b.localeCompare(a, 'en', { numeric: true });
