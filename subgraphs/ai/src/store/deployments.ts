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
  /** Absent in what an older release kept. */
  manifestSha256?: string;
}

/** A version that was checked and may be deployed. */
export type Registration = Pick<RegistrationDocument, 'name' | 'version' | 'path' | 'manifestSha256'>;

export type DeploymentStore = ReturnType<typeof createDeploymentStore>;

const tenant = INSTALLATION;
const share = { version: String, percent: Number };

/** Which versions of the models answer, and which were registered. By the model's name. */
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
    fields: {
      name: { type: String, required: true },
      version: { type: String, required: true },
      path: { type: String, required: true },
      manifestSha256: String,
    },
    outbox: true,
  });

  return {
    /** Undefined at first: then the newest version is live. The revision is 0 until somebody deploys. */
    find: async (name: string): Promise<{ state: Deployment; revision: number } | undefined> => {
      const found = (await deployments.findOne({ tenant, _id: name }).lean()) as DeploymentDocument | null;
      if (!found) return undefined;
      const { live, previous, canary, shadow, revision } = found;
      return { state: { live, previous, canary, shadow }, revision };
    },
    /** Keeps the state and its event in one write, unless somebody changed it since that revision (0: nobody had). Tells whether it did. */
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
      const state = { live, ...(previous === undefined ? {} : { previous }), revision: 0 };
      await deployments.updateOne({ tenant, _id: name }, { $setOnInsert: state }, { upsert: true });
    },
    registrations: async (): Promise<Registration[]> => {
      const found = (await registrations.find({ tenant }).lean()) as RegistrationDocument[];
      return found.map(({ name, version, path, manifestSha256 }) => ({ name, version, path, manifestSha256 }));
    },
    /** In one write with its event. */
    register: async (registration: Registration, event: CloudEvent): Promise<void> => {
      const { name, version } = registration;
      await registrations.updateOne({ tenant, _id: `${name}/${version}` }, setWithOutbox(registration, [event]), { upsert: true });
    },
  };
}
