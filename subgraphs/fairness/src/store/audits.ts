import type { CloudEvent } from '@customerai/events';
import { page, type Page, type PageArguments, type Store, type StoredDocument, withOutbox } from '@customerai/store';
import type { Audit } from '../domain/audit.ts';

type AuditDocument = StoredDocument & Omit<Audit, 'id'>;

export interface AuditStore {
  /** In one write with what is told of it. */
  insert(audit: Audit, events: readonly CloudEvent[]): Promise<void>;
  /** In the order of the ids; null for what the tenant does not have. */
  findMany(tenant: string, ids: readonly string[]): Promise<(Audit | null)[]>;
  /** Newest first. */
  list(tenant: string, page: PageArguments): Promise<Page<Audit>>;
}

/** Audits by tenant. They hold what was found and never a row of the audited table. */
export function createAuditStore(store: Store): AuditStore {
  const model = store.collection<AuditDocument>('audits', {
    fields: {
      name: String,
      status: String,
      rows: Number,
      groups: [{}],
      metrics: [{}],
      tests: [{}],
      verdict: String,
      createdAt: Date,
      error: String,
    },
    indexes: [[{ tenant: 1, createdAt: -1, _id: -1 }]],
    outbox: true,
  });
  const toAudit = ({ _id: id, ...rest }: AuditDocument): Audit => ({ id, ...rest });
  const findMany = async (tenant: string, ids: readonly string[]) => {
    const documents = (await model.find({ tenant, _id: { $in: [...ids] } }).lean()) as unknown as AuditDocument[];
    const byId = new Map(documents.map((document) => [document._id, toAudit(document)]));
    return ids.map((id) => byId.get(id) ?? null);
  };
  return {
    insert: async ({ id, ...audit }, events) => void (await model.create({ _id: id, ...audit, ...withOutbox(events) } as never)),
    findMany,
    list: (tenant, { first, after }) =>
      page(model, { tenant } as never, {
        sort: [
          ['createdAt', -1],
          ['_id', -1],
        ],
        first,
        after,
        toNode: toAudit,
      }),
  };
}
