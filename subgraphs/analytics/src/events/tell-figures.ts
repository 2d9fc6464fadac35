import { analyticsFigures, type Clock, type Rpc } from '@customerai/service';
import { createPace } from '../pace.ts';

const PAUSE_MS = 1_000;

/** Tells that a tenant's figures have changed: at once, and then once a second at most, the last change included. */
export interface Figures extends Disposable {
  changed(tenant: string): void;
}

export function createFigures({ rpc, clock }: { rpc: Rpc; clock: Clock }): Figures {
  const pace = createPace((tenant) => void rpc.tell(analyticsFigures, [tenant], { at: clock().toISOString() }), PAUSE_MS);
  return { changed: (tenant) => pace.call(tenant), [Symbol.dispose]: () => pace[Symbol.dispose]() };
}
