import { type CloudEvent, INSTALLATION } from '@customerai/events';
import { isDuplicate, type Model, setWithOutbox, type Store, type StoredDocument } from '@customerai/store';
import type { Deployment } from '../domain/deployment.ts';

interface DeploymentDocument extends StoredDocument {
  live: string;
  previous?: string;
  canary?: { version: string; percent: number };
  shadow?: { version: string; percent: number };
  /** Grows with every change: of two people who change at the same time, the second is told. */
  revision: number;
}

interface RegistrationDocument extends StoredDocument {
  name: string;
  version: string;
  /** Below the model repository's folder. */
  path: string;
}

export type DeploymentStore = ReturnType<typeof createDeploymentStore>;

const tenant = INSTALLATION;
const share = { version: String, percent: Number };

/** Which versions of the models answer, and versions whose folder is named otherwise than the model repository expects. By the model's name. */
export function createDeploymentStore(store: Store) {
  const deployments: Model<DeploymentDocument> = store.collection<DeploymentDocument>('deployments', {
    fields: {
      live: { type: String, required: true },
      previous: { type: String },
      canary: { type: share },
      shadow: { type: share },
      revision: { type: Number, required: true },
    },
    outbox: true,
  });
  const registrations: Model<RegistrationDocument> = store.collection<RegistrationDocument>('modelVersions', {
    fields: { name: { type: String, required: true }, version: { type: String, required: true }, path: { type: String, required: true } },
  });

  return {
    /** Undefined as long as nobody has deployed anything: then the newest version is live. */
    find: async (name: string): Promise<{ state: Deployment; revision: number } | undefined> => {
      const found = (await deployments.findOne({ tenant, _id: name }).lean()) as DeploymentDocument | null;
      if (!found) return undefined;
      const { live, previous, canary, shadow, revision } = found;
      return { state: { live, previous, canary, shadow }, revision };
    },
    /** Keeps the state and its event in one write, unless somebody changed it since that revision (0: there was none). Tells whether it did. */
    save: async (name: string, { live, ...rest }: Deployment, revision: number, event: CloudEvent): Promise<boolean> => {
      const given = Object.entries(rest).filter(([, value]) => value !== undefined);
      const absent = Object.entries(rest).filter(([, value]) => value === undefined);
      const change = {
        ...setWithOutbox({ live, ...Object.fromEntries(given), revision: revision + 1 }, [event]),
        ...(absent.length > 0 ? { $unset: Object.fromEntries(absent.map(([field]) => [field, 1])) } : {}),
      };
      if (revision > 0) return (await deployments.updateOne({ tenant, _id: name, revision }, change)).modifiedCount === 1;
      try {
        await deployments.updateOne({ tenant, _id: name, revision: 0 }, change, { upsert: true });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false; // there is one by now
        throw error;
      }
    },
    /** Keeps the state that nobody has decided on yet, so that a newer version changes nothing. No event: nothing has changed. */
    keep: async (name: string, { live, previous }: Deployment): Promise<void> => {
      const state = { live, ...(previous === undefined ? {} : { previous }), revision: 1 };
      await deployments.updateOne({ tenant, _id: name }, { $setOnInsert: state }, { upsert: true });
    },
    registrations: async (): Promise<{ name: string; version: string; path: string }[]> => {
      const found = (await registrations.find({ tenant }).lean()) as RegistrationDocument[];
      return found.map(({ name, version, path }) => ({ name, version, path }));
    },
    register: async (name: string, version: string, path: string): Promise<void> => {
      await registrations.updateOne({ tenant, _id: `${name}/${version}` }, { $set: { name, version, path } }, { upsert: true });
    },
  };
}
