import type { CloudEvent } from '@customerai/events';
import { acrossTenants, type Model, setWithOutbox, type Store, type StoredDocument } from '@customerai/store';
import type { ApiClient } from '../domain/api-client.ts';

interface ClientDocument extends StoredDocument {
  name: string;
  scopes: string[];
  secretHash: string;
  createdAt: Date;
  lastUsedAt?: Date;
  revokedAt?: Date;
}

export type ApiClientStore = ReturnType<typeof createApiClientStore>;

const toClient = ({ _id: id, tenant, name, scopes, createdAt, lastUsedAt }: ClientDocument): ApiClient => ({
  id,
  tenant,
  name,
  scopes: [...scopes],
  createdAt,
  ...(lastUsedAt ? { lastUsedAt } : {}),
});

/** Programs that may ask for tokens, by tenant. Revoked ones stay, so that their id never means somebody else. */
export function createApiClientStore(store: Store) {
  const clients: Model<ClientDocument> = store.collection<ClientDocument>('apiClients', {
    fields: {
      name: { type: String, required: true },
      scopes: { type: [String], required: true },
      secretHash: { type: String, required: true },
      createdAt: { type: Date, required: true },
      lastUsedAt: Date,
      revokedAt: Date,
    },
    outbox: true,
    indexes: [[{ tenant: 1, createdAt: 1 }]],
  });
  const live = { revokedAt: { $exists: false } };
  return {
    insert: async ({ id, ...fields }: ApiClient, secretHash: string): Promise<void> =>
      void (await clients.create({ _id: id, ...fields, secretHash })),
    /** Oldest first; without those that are revoked. */
    list: async (tenant: string): Promise<ApiClient[]> =>
      ((await clients.find({ tenant, ...live }, null, { sort: { createdAt: 1, _id: 1 } }).lean()) as ClientDocument[]).map(toClient),
    count: (tenant: string): Promise<number> => clients.countDocuments({ tenant, ...live }).exec(),
    /** Revoked ones too. */
    find: async (tenant: string, id: string): Promise<ApiClient | undefined> => {
      const found = (await clients.findOne({ tenant, _id: id }).lean()) as ClientDocument | null;
      return found ? toClient(found) : undefined;
    },
    /** For a token, where the tenant is learned from the client's id. */
    findForToken: async (id: string): Promise<{ client: ApiClient; secretHash: string } | undefined> => {
      const found = (await clients.findOne({ _id: id, ...live }, null, acrossTenants).lean()) as ClientDocument | null;
      return found ? { client: toClient(found), secretHash: found.secretHash } : undefined;
    },
    /** False when it was revoked meanwhile. */
    used: async (tenant: string, id: string, at: Date): Promise<boolean> =>
      (await clients.updateOne({ tenant, _id: id, ...live }, { $set: { lastUsedAt: at } })).matchedCount === 1,
    /** False when there is none that is not revoked. */
    revoke: async (tenant: string, id: string, at: Date, events: readonly CloudEvent[]): Promise<boolean> =>
      (await clients.updateOne({ tenant, _id: id, ...live }, setWithOutbox({ revokedAt: at }, events))).matchedCount === 1,
  };
}
