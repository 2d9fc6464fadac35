import type { CloudEvent } from '@customerai/events';
import { acrossTenants, type Model, setWithOutbox, type Store, type StoredDocument } from '@customerai/store';
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
    outbox: true,
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
    /** Ends one session; `events` are told with it, unless it was over before. */
    end: async (tenant: string, id: string, at: Date, events: readonly CloudEvent[]): Promise<void> => {
      await sessions.updateOne({ tenant, _id: id, ...live }, setWithOutbox({ endedAt: at }, events));
    },
    /** Ids of a person's sessions that are not over. */
    listLive: async (tenant: string, userId: string): Promise<string[]> =>
      ((await sessions.find({ tenant, userId, ...live }, '_id').lean()) as { _id: string }[]).map(({ _id }) => _id),
  };
}
