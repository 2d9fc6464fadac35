import type { BaseContext, TextReader } from '@customerai/service';
import type { Recognizer } from './domain/finding.ts';

/** What lives as long as the process. */
export interface Deps {
  recognizers: readonly Recognizer[];
  reader: TextReader;
  /** Default threshold, 0 to 1. */
  minScore: number;
}

/** What lives as long as one request. */
export interface Context extends BaseContext {
  deps: Deps;
}

export const createContext = (deps: Deps, caller: BaseContext): Context => ({ ...caller, deps });
