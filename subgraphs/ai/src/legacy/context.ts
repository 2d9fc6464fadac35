import type { BaseContext } from '@customerai/service';
import type { Model } from '../domain/model.ts';
import type { InferenceStats } from './stats.ts';

/** Process life. */
export interface Deps {
  /** By name. */
  models: ReadonlyMap<string, Model>;
  /** Figures of the live model of that name; zeros for one that answers nothing. */
  statsOf(name: string): InferenceStats;
}

/** Request life. */
export interface Context extends BaseContext, Deps {}
