import type { BaseContext, Clock } from '@customerai/service';
import type { Warehouse } from './store/warehouse.ts';

/** Process life. */
export interface Deps {
  warehouse: Warehouse;
  clock: Clock;
}

/** Request life. */
export interface Context extends BaseContext, Deps {}

export const createContext = (deps: Deps, caller: BaseContext): Context => ({ ...deps, ...caller });
