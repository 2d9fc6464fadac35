import type { BaseContext, Clock } from '@customerai/service';
import type { Figures } from './events/tell-figures.ts';
import type { Warehouse } from './store/warehouse.ts';

/** Process life. */
export interface Deps {
  warehouse: Warehouse;
  figures: Figures;
  clock: Clock;
}

/** Request life. */
export interface Context extends BaseContext, Deps {}

export const createContext = (deps: Deps, caller: BaseContext): Context => ({ ...deps, ...caller });
