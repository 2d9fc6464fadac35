import { acrossTenants, type Model, type Store, type StoredDocument } from '@customerai/store';
import type { UserSession } from '../domain/session.ts';

interface SessionDocument extends StoredDocument {
  userId: string;
  familyHash: string;
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
  endedAt?: Date;
}

export type SessionStore = ReturnType<typeof createSessionStore>;

function toSession({ _id, tenant, userId, familyHash, tokenHash, createdAt, expiresAt, endedAt }: SessionDocument): UserSession {
  return { id: _id, tenant, userId, familyHash, tokenHash, createdAt, expiresAt, ...(endedAt ? { endedAt } : {}) };
}

/** Sign-in sessions. They go by themselves once expired. */
export function createSessionStore(store: Store) {
  const sessions: Model<SessionDocument> = store.collection<SessionDocument>('sessions', {
    fields: {
      userId: { type: String, required: true },
      familyHash: { type: String, required: true },
      tokenHash: { type: String, required: true },
      createdAt: { type: Date, required: true },
      expiresAt: { type: Date, required: true },
      endedAt: Date,
    },
    indexes: [[{ familyHash: 1 }, { unique: true }], [{ tenant: 1, userId: 1 }], [{ expiresAt: 1 }, { expireAfterSeconds: 24 * 60 * 60 }]],
  });
  const live = { endedAt: { $exists: false } };
  return {
    insert: async ({ id, ...fields }: UserSession): Promise<void> => {
      await sessions.create({ _id: id, ...fields });
    },
    findByFamily: async (familyHash: string): Promise<UserSession | undefined> => {
      const found = (await sessions.findOne({ familyHash }, null, acrossTenants).lean()) as SessionDocument | null;
      return found ? toSession(found) : undefined;
    },
    /**
     * Puts the next token in the place of the present one, in one compare-and-set: of any number of uses of one token exactly one gets the
     * session back, all others undefined.
     */
    rotate: async (
      { familyHash, tokenHash }: { familyHash: string; tokenHash: string },
      next: { tokenHash: string; expiresAt: Date },
      now: Date,
    ): Promise<UserSession | undefined> => {
      const filter = { familyHash, tokenHash, expiresAt: { $gt: now }, ...live };
      const found = await sessions.findOneAndUpdate(filter, { $set: next }, { returnDocument: 'after', ...acrossTenants }).lean();
      return found ? toSession(found as SessionDocument) : undefined;
    },
    end: async (tenant: string, id: string, at: Date): Promise<void> => {
      await sessions.updateOne({ tenant, _id: id, ...live }, { $set: { endedAt: at } });
    },
    /** Ends a person's sessions, except one if named. */
    endAll: async (tenant: string, userId: string, at: Date, except?: string): Promise<void> => {
      await sessions.updateMany({ tenant, userId, ...live, ...(except === undefined ? {} : { _id: { $ne: except } }) }, { $set: { endedAt: at } });
    },
  };
}
