import { isDocument, type Doc } from '../bson/codec.ts';

/** Whether a document (or an array element) fits. */
export type Matcher = (doc: unknown) => boolean;

/** What compiling a filter needs and finds out. */
export interface MatchContext {
  /** Evaluates an aggregation expression for `$expr`; absent where `$expr` makes no sense. */
  evaluate?: ((doc: Doc, expression: unknown) => unknown) | undefined;
  /** Set when the filter tells Int32, Long and Double apart, so that documents must be decoded exactly. */
  needsExact?: boolean;
}

/** `{$gt: 1}`, but neither `{a: 1}` nor a DBRef. */
export function isOperatorDocument(value: unknown): value is Doc {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
}

/** How operators that hold filters of their own have them compiled. */
export interface Nested {
  filter: (filter: Doc, context: MatchContext) => Matcher;
  operators: (path: readonly string[], operators: Doc, context: MatchContext) => Matcher;
}
