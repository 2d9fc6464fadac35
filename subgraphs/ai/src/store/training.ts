import type { CloudEvent } from '@customerai/events';
import {
  acrossTenants,
  isDuplicate,
  type Model,
  page,
  type Page,
  type PageArguments,
  setWithOutbox,
  type Store,
  type StoredDocument,
  withOutbox,
} from '@customerai/store';
import type { TrainingJob } from '../domain/training.ts';

type JobDocument = StoredDocument & Omit<TrainingJob, 'id'>;
type SeenDocument = StoredDocument & { seenAt: Date };

export type TrainingStore = ReturnType<typeof createTrainingStore>;

const OPEN = { $in: ['QUEUED', 'RUNNING'] };
const FORGET_SECONDS = 24 * 60 * 60;

const toJob = ({ _id: id, ...fields }: JobDocument): TrainingJob => ({ id, ...fields });

/** Training runs by tenant, and when a tenant's trainers were last heard of. */
export function createTrainingStore(store: Store) {
  const jobs: Model<JobDocument> = store.collection<JobDocument>('trainingJobs', {
    fields: {
      model: { type: String, required: true },
      dataset: { type: String, required: true },
      epochs: { type: Number, required: true },
      workers: { type: Number, required: true },
      useReviewCorrections: { type: Boolean, required: true },
      status: { type: String, required: true },
      progress: { type: Number, required: true },
      epoch: { type: Number, required: true },
      metrics: Object,
      version: String,
      made: Boolean,
      error: String,
      createdAt: { type: Date, required: true },
      startedAt: Date,
      finishedAt: Date,
      tries: { type: Number, required: true },
      claim: { id: String, trainer: String, until: Date },
      stopping: Boolean,
      revision: { type: Number, required: true },
    },
    indexes: [
      [{ tenant: 1, createdAt: -1, _id: -1 }],
      [{ tenant: 1, status: 1, createdAt: 1 }],
      [{ 'claim.until': 1 }, { sparse: true }],
      // Versions are the installation's: of two tenants' runs that begin at once, the second takes the next.
      [
        { model: 1, version: 1 },
        { unique: true, partialFilterExpression: { version: { $exists: true } } },
      ],
    ],
    outbox: true,
  });
  const trainers: Model<SeenDocument> = store.collection<SeenDocument>('trainers', {
    fields: { seenAt: { type: Date, required: true } },
    indexes: [[{ seenAt: 1 }, { expireAfterSeconds: FORGET_SECONDS }]],
  });
  const read = async (query: Record<string, unknown>): Promise<TrainingJob[]> =>
    ((await jobs.find(query as never).lean()) as JobDocument[]).map(toJob);

  return {
    insert: async ({ id, ...job }: TrainingJob, events: readonly CloudEvent[]): Promise<void> =>
      void (await jobs.create([{ _id: id, ...job, ...withOutbox(events) } as never])),
    /**
     * Keeps a change and its events in one write, unless somebody changed the run meanwhile or its version is another run's. Tells whether it did.
     */
    save: async ({ id, tenant, revision, ...fields }: TrainingJob, events: readonly CloudEvent[]): Promise<boolean> => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      const absent = Object.fromEntries(['metrics', 'error', 'claim', 'stopping'].filter((name) => !(name in given)).map((name) => [name, 1]));
      const change = {
        ...setWithOutbox({ ...given, revision: revision + 1 }, events),
        ...(Object.keys(absent).length > 0 ? { $unset: absent } : {}),
      };
      try {
        return (await jobs.updateOne({ tenant, _id: id, revision }, change)).modifiedCount === 1;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    find: async (tenant: string, id: string): Promise<TrainingJob | undefined> => (await read({ tenant, _id: id }))[0],
    /** In the order of the ids. */
    findMany: async (tenant: string, ids: readonly string[]): Promise<(TrainingJob | null)[]> => {
      const found = new Map((await read({ tenant, _id: { $in: [...ids] } })).map((job) => [job.id, job]));
      return ids.map((id) => found.get(id) ?? null);
    },
    list: (tenant: string, { first, after }: PageArguments): Promise<Page<TrainingJob>> =>
      page(jobs, { tenant } as never, { sort: [['createdAt', -1]], first, after, toNode: toJob }),
    countOpen: (tenant: string): Promise<number> => jobs.countDocuments({ tenant, status: OPEN } as never).exec(),
    /** Those that wait, the oldest first. */
    queued: async (tenant: string): Promise<TrainingJob[]> =>
      ((await jobs.find({ tenant, status: 'QUEUED' }).sort({ createdAt: 1, _id: 1 }).lean()) as JobDocument[]).map(toJob),
    /** Of all tenants: those whose trainers were not heard of in time. */
    lost: async (now: Date): Promise<TrainingJob[]> =>
      (
        (await jobs
          .find({ 'claim.until': { $lt: now } } as never)
          .setOptions(acrossTenants)
          .lean()) as JobDocument[]
      ).map(toJob),
    /** Versions that runs were given, of all tenants. */
    versions: async (model: string): Promise<string[]> =>
      ((await jobs.distinct('version', { model, version: { $exists: true } } as never).setOptions(acrossTenants)) as string[]).filter(Boolean),
    noteTrainer: async (tenant: string, trainer: string, now: Date): Promise<void> => {
      await trainers.updateOne({ tenant, _id: `${tenant}/${trainer}` }, { $set: { seenAt: now } }, { upsert: true });
    },
    /** Whether one of the tenant's trainers was heard of since. */
    hasTrainer: async (tenant: string, since: Date): Promise<boolean> =>
      (await trainers.countDocuments({ tenant, seenAt: { $gte: since } } as never, { limit: 1 })) > 0,
  };
}
