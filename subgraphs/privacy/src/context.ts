import { type BaseContext, type Clock, type KnownViewer, type NewId, requireViewer, type TextReader } from '@customerai/service';
import DataLoader from 'dataloader';
import type { ConsentRecord } from './domain/consent.ts';
import type { Recognizer } from './domain/finding.ts';
import type { AuditLog } from './store/audit-log.ts';
import type { ConsentStore } from './store/consents.ts';

/** What lives as long as the process. */
export interface Deps {
  recognizers: readonly Recognizer[];
  reader: TextReader;
  /** Default threshold, 0 to 1. */
  minScore: number;
  consents: ConsentStore;
  audit: AuditLog;
  clock: Clock;
  newId: NewId;
}

/** What lives as long as one request. */
export interface Context extends BaseContext {
  deps: Deps;
  /** Throws UNAUTHENTICATED without a viewer, as all of these do. */
  known(): KnownViewer;
  tenant(): string;
  /** What a customer consented to, the newest word first. */
  consentsOf(customerId: string): Promise<ConsentRecord[]>;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  const known = () => requireViewer(caller.viewer);
  const tenant = () => known().tenant;
  let consents: DataLoader<string, ConsentRecord[]> | undefined;
  return {
    ...caller,
    deps,
    known,
    tenant,
    consentsOf: (customerId) => {
      consents ??= new DataLoader(async (ids) => {
        const found = Map.groupBy(await deps.consents.findByCustomers(tenant(), ids), (record) => record.customerId);
        return ids.map((id) => found.get(id) ?? []);
      });
      return consents.load(customerId);
    },
  };
}
