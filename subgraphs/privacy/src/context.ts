import {
  type BaseContext,
  type Clock,
  type KnownViewer,
  type Logger,
  type NewId,
  requireViewer,
  type Rpc,
  type TextReader,
} from '@customerai/service';
import DataLoader from 'dataloader';
import type { ConsentRecord } from './domain/consent.ts';
import type { Recognizer } from './domain/finding.ts';
import type { Erasures } from '@customerai/store';
import type { Worker } from './commands/worker.ts';
import type { PrivacyRequest } from './domain/request.ts';
import type { Secrets } from './domain/secrets.ts';
import type { AuditLog } from './store/audit-log.ts';
import type { ConsentStore } from './store/consents.ts';
import type { ExportPartStore } from './store/export-parts.ts';
import type { RequestStore } from './store/requests.ts';
import type { RetentionPolicyStore } from './store/retention-policies.ts';
import type { RetentionRunStore } from './store/retention-runs.ts';

/** What lives as long as the process. */
export interface Deps {
  recognizers: readonly Recognizer[];
  reader: TextReader;
  /** Default threshold, 0 to 1. */
  minScore: number;
  consents: ConsentStore;
  audit: AuditLog;
  requests: RequestStore;
  exportParts: ExportPartStore;
  erasures: Erasures;
  /** Works on requests. */
  runner: Worker;
  policies: RetentionPolicyStore;
  runs: RetentionRunStore;
  /** Removes what is too old. */
  retention: Worker;
  secrets: Secrets;
  rpc: Rpc;
  log: Logger;
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
  requestById(id: string): Promise<PrivacyRequest | undefined>;
  /** What a customer asked for, the newest first. */
  requestsOf(customerId: string): Promise<PrivacyRequest[]>;
}

export function createContext(deps: Deps, caller: BaseContext): Context {
  const known = () => requireViewer(caller.viewer);
  const tenant = () => known().tenant;
  const byCustomer = <Item extends { customerId: string }>(find: (tenant: string, ids: readonly string[]) => Promise<Item[]>) =>
    new DataLoader<string, Item[]>(async (ids) => {
      const found = Map.groupBy(await find(tenant(), ids), ({ customerId }) => customerId);
      return ids.map((id) => found.get(id) ?? []);
    });
  const consents = byCustomer(deps.consents.findByCustomers);
  const requestsOf = byCustomer(deps.requests.findByCustomers);
  const requests = new DataLoader<string, PrivacyRequest | undefined>(async (ids) => {
    const found = new Map((await deps.requests.findMany(tenant(), ids)).map((request) => [request.id, request]));
    return ids.map((id) => found.get(id));
  });
  return {
    ...caller,
    deps,
    known,
    tenant,
    consentsOf: (customerId) => consents.load(customerId),
    requestById: (id) => requests.load(id),
    requestsOf: (customerId) => requestsOf.load(customerId),
  };
}
