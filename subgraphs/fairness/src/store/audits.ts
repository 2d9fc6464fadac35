import { page, type Page, type PageArguments, type Store, type StoredDocument } from '@customerai/store';
import type { Audit } from '../domain/audit.ts';

type AuditDocument = StoredDocument & Omit<Audit, 'id'>;

export interface AuditStore {
  insert(audit: Audit): Promise<void>;
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
  });
  const toAudit = ({ _id: id, ...rest }: AuditDocument): Audit => ({ id, ...rest });
  const findMany = async (tenant: string, ids: readonly string[]) => {
    const documents = (await model.find({ tenant, _id: { $in: [...ids] } }).lean()) as unknown as AuditDocument[];
    const byId = new Map(documents.map((document) => [document._id, toAudit(document)]));
    return ids.map((id) => byId.get(id) ?? null);
  };
  return {
    insert: async ({ id, ...audit }) => void (await model.create({ _id: id, ...audit } as never)),
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
