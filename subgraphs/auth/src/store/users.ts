import type { CloudEvent } from '@customerai/events';
import { acrossTenants, isDuplicate, type Model, page, setWithOutbox, type Store, type StoredDocument } from '@customerai/store';
import type { Role } from '../domain/roles.ts';
import type { User, UserPage } from '../domain/user.ts';

interface UserDocument extends StoredDocument {
  email: string;
  name: string;
  passwordHash: string;
  roles: Role[];
  disabled: boolean;
  createdAt: Date;
  lastSignInAt?: Date;
}

export type UserStore = ReturnType<typeof createUserStore>;

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function toUser({ _id, tenant, email, name, roles, disabled, createdAt, lastSignInAt }: UserDocument): User {
  return { id: _id, tenant, email, name, roles: [...roles], disabled, createdAt, ...(lastSignInAt ? { lastSignInAt } : {}) };
}

/** People by tenant. An e-mail address is unique over the installation: sign-in knows nothing else. */
export function createUserStore(store: Store) {
  const users: Model<UserDocument> = store.collection<UserDocument>('users', {
    fields: {
      email: { type: String, required: true },
      name: { type: String, required: true },
      passwordHash: { type: String, required: true },
      roles: { type: [String], required: true },
      disabled: { type: Boolean, required: true },
      createdAt: { type: Date, required: true },
      lastSignInAt: Date,
    },
    outbox: true,
    indexes: [[{ email: 1 }, { unique: true }], [{ tenant: 1, email: 1 }]],
  });
  const one = async (query: object, options: object = {}) => {
    const found = (await users.findOne(query, null, options).lean()) as UserDocument | null;
    return found ?? undefined;
  };
  return {
    /** False when the address is taken. */
    insert: async (user: User, passwordHash: string): Promise<boolean> => {
      const { id, ...fields } = user;
      try {
        await users.create({ _id: id, ...fields, passwordHash });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    find: async (tenant: string, id: string): Promise<User | undefined> => {
      const found = await one({ tenant, _id: id });
      return found && toUser(found);
    },
    findMany: async (tenant: string, ids: readonly string[]): Promise<User[]> =>
      ((await users.find({ tenant, _id: { $in: [...ids] } }).lean()) as UserDocument[]).map(toUser),
    findPasswordHash: async (tenant: string, id: string): Promise<string | undefined> => (await one({ tenant, _id: id }))?.passwordHash,
    /** For sign-in, which learns the tenant from the address. */
    findByEmail: async (email: string): Promise<{ user: User; passwordHash: string } | undefined> => {
      const found = await one({ email }, acrossTenants);
      return found && { user: toUser(found), passwordHash: found.passwordHash };
    },
    search: (tenant: string, { search, first, after }: { search?: string | null; first: number; after?: string | null }): Promise<UserPage> => {
      const pattern = search?.trim() ? { $regex: literal(search.trim()), $options: 'i' } : undefined;
      const filter = { tenant, ...(pattern ? { $or: [{ email: pattern }, { name: pattern }] } : {}) };
      return page<UserDocument, User>(users, filter, { sort: [['email', 1]], first, after, toNode: toUser });
    },
    setRoles: async (tenant: string, id: string, roles: readonly Role[], events: readonly CloudEvent[]): Promise<void> => {
      await users.updateOne({ tenant, _id: id }, setWithOutbox({ roles: [...roles] }, events));
    },
    setDisabled: async (tenant: string, id: string, disabled: boolean, events: readonly CloudEvent[]): Promise<void> => {
      await users.updateOne({ tenant, _id: id }, setWithOutbox({ disabled }, events));
    },
    /** False when the hash is not `before` any more: somebody else changed the password meanwhile. */
    changePasswordHash: async (tenant: string, id: string, before: string, after: string): Promise<boolean> => {
      const { matchedCount } = await users.updateOne({ tenant, _id: id, passwordHash: before }, { $set: { passwordHash: after } });
      return matchedCount === 1;
    },
    signedIn: async (tenant: string, id: string, at: Date): Promise<void> => {
      await users.updateOne({ tenant, _id: id }, { $set: { lastSignInAt: at } });
    },
    countActiveAdmins: (tenant: string): Promise<number> => users.countDocuments({ tenant, roles: 'ADMIN', disabled: false }).exec(),
    hasAnyAdmin: async (): Promise<boolean> => (await one({ roles: 'ADMIN', disabled: false }, acrossTenants)) !== undefined,
  };
}
