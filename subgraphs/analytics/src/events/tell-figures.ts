import { analyticsFigures, type Clock, type Rpc } from '@customerai/service';

const PAUSE_MS = 1_000;

/** Tells that a tenant's figures have changed: at once, and then once a second at most, the last change included. */
export interface Figures extends Disposable {
  changed(tenant: string): void;
}

export function createFigures({ rpc, clock }: { rpc: Rpc; clock: Clock }): Figures {
  const pausing = new Map<string, { again: boolean; timer: NodeJS.Timeout }>();

  function tell(tenant: string): void {
    void rpc.tell(analyticsFigures, [tenant], { at: clock().toISOString() });
    const timer = setTimeout(() => {
      const { again } = pausing.get(tenant)!;
      pausing.delete(tenant);
      if (again) tell(tenant);
    }, PAUSE_MS).unref();
    pausing.set(tenant, { again: false, timer });
  }

  return {
    changed: (tenant) => {
      const pause = pausing.get(tenant);
      if (pause) pause.again = true;
      else tell(tenant);
    },
    [Symbol.dispose]: () => {
      for (const { timer } of pausing.values()) clearTimeout(timer);
    },
  };
}
