import type { BaseContext, Clock, NewId } from '@customerai/service';
import DataLoader from 'dataloader';
import type { Audit } from './domain/audit.ts';
import type { AuditStore } from './store/audits.ts';
import type { Auditor } from './worker/auditor.ts';

/** Process life. */
export interface Deps {
  audits: AuditStore;
  auditor: Auditor;
  clock: Clock;
  newId: NewId;
}

/** Request life. */
export interface Context extends BaseContext, Deps {
  /** Audits of the viewer's tenant; nobody else's exist. */
  auditById: DataLoader<string, Audit | null>;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  const { viewer } = caller;
  const auditById = new DataLoader<string, Audit | null>((ids) =>
    viewer.kind === 'anonymous' ? Promise.resolve(ids.map(() => null)) : deps.audits.findMany(viewer.tenant, ids),
  );
  return { ...deps, ...caller, auditById };
}
