import type { SchemaDefinitionProperty } from 'mongoose';
import { isDuplicate } from './is-duplicate.ts';
import type { Store, StoredDocument } from './open-store.ts';

/** It belongs to the installation, not to a tenant; tenants' names cannot contain a space. */
const INSTALLATION = 'the installation';

/** One value that an installation makes once and keeps, such as a key of its own. */
export interface InstallationValue<Value> {
  find(): Promise<Value | undefined>;
  /** Keeps a first value and answers the one that is kept: of two processes that start at once, one's. */
  insertFirst(value: Value, createdAt: Date): Promise<Value>;
}

/** The collection of that value, under the field's name. Call before the store's `start`. */
export function openInstallationValue<Value>(
  store: Store,
  { collection, field, type }: { collection: string; field: string; type: SchemaDefinitionProperty },
): InstallationValue<Value> {
  type ValueDocument = StoredDocument & Record<string, unknown>;
  const values = store.collection<ValueDocument>(collection, {
    fields: { [field]: { type, required: true }, createdAt: { type: Date, required: true } } as never,
  });
  const find = async () => {
    const found = (await values.findOne({ tenant: INSTALLATION, _id: 'current' } as never).lean()) as ValueDocument | null;
    return found?.[field] as Value | undefined;
  };
  return {
    find,
    insertFirst: async (value, createdAt) => {
      try {
        await values.create({ _id: 'current', tenant: INSTALLATION, [field]: value, createdAt } as never);
        return value;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        return (await find())!;
      }
    },
  };
}
