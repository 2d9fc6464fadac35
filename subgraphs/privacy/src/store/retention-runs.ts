import { acrossTenants, isDuplicate, type Model, page, type Page, type PageArguments, type Store, type StoredDocument } from '@customerai/store';
import type { RequestStatus } from '../domain/request.ts';
import type { RetentionRun } from '../domain/retention.ts';

type RunDocument = Omit<RetentionRun, 'id'> & StoredDocument & { open?: boolean; nextAt?: Date };

export type RetentionRunPage = Page<RetentionRun>;
export type RetentionRunStore = ReturnType<typeof createRetentionRunStore>;

function toRun({ _id: id, open: _open, nextAt: _nextAt, ...fields }: RunDocument): RetentionRun {
  return { id, ...fields };
}

/** Rounds of removing what is too old. One that is not over has `nextAt`, as privacy requests have. */
export function createRetentionRunStore(store: Store) {
  const runs: Model<RunDocument> = store.collection<RunDocument>('retentionRuns', {
    fields: {
      dryRun: { type: Boolean, required: true },
      version: { type: Number, required: true },
      cutoffs: [Object],
      status: { type: String, required: true },
      steps: [Object],
      requestedBy: { type: String, required: true },
      startedAt: { type: Date, required: true },
      completedAt: Date,
      dueAt: { type: Date, required: true },
      tries: { type: Number, required: true },
      open: Boolean,
      nextAt: Date,
    },
    indexes: [
      [{ tenant: 1, startedAt: -1, _id: -1 }],
      [
        { tenant: 1, dryRun: 1 },
        { unique: true, partialFilterExpression: { open: true } },
      ],
      [{ nextAt: 1 }, { sparse: true }],
    ],
  });
  const one = async (query: { tenant: string } & Record<string, unknown>): Promise<RetentionRun | undefined> => {
    const found = (await runs.findOne(query).lean()) as RunDocument | null;
    return found ? toRun(found) : undefined;
  };
  const ofStep = (tenant: string, id: string, service: string) => ({ tenant, _id: id, 'steps.service': service }) as never;

  return {
    /** False while one of the kind is under way for the tenant: then nothing was written. */
    insert: async ({ id, ...fields }: RetentionRun): Promise<boolean> => {
      try {
        await runs.create([{ _id: id, ...fields, open: true, nextAt: fields.startedAt } as never]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    find: (tenant: string, id: string) => one({ tenant, _id: id }),
    findOpen: (tenant: string, dryRun: boolean) => one({ tenant, dryRun, open: true }),
    /** The newest first. */
    list: (tenant: string, { first, after }: PageArguments): Promise<RetentionRunPage> =>
      page(runs, { tenant } as never, { sort: [['startedAt', -1]], first, after, toNode: toRun }),
    /** Takes one that is due, of any tenant: until `lease` nobody else does. */
    take: async (now: Date, lease: Date): Promise<RetentionRun | undefined> => {
      const update = { $set: { nextAt: lease, status: 'RUNNING' }, $inc: { tries: 1 } };
      const options = { sort: { nextAt: 1 }, returnDocument: 'after', ...acrossTenants } as const;
      const found = (await runs.findOneAndUpdate({ nextAt: { $lte: now } } as never, update as never, options).lean()) as RunDocument | null;
      return found ? toRun(found) : undefined;
    },
    /** A batch is done: so many records more; the last one with `endedAt`. Keeps the lease on. */
    saveBatch: async (
      tenant: string,
      id: string,
      { service, records, endedAt }: { service: string; records: number; endedAt?: Date },
      lease: Date,
    ) => {
      const ended = endedAt ? { 'steps.$.status': 'COMPLETED', 'steps.$.at': endedAt } : { 'steps.$.status': 'RUNNING' };
      const update = { $inc: { 'steps.$.records': records }, $set: { ...ended, nextAt: lease }, $unset: { 'steps.$.error': 1 } };
      await runs.updateOne(ofStep(tenant, id, service), update as never);
    },
    saveFailure: async (tenant: string, id: string, { service, error, at }: { service: string; error: string; at: Date }, lease: Date) => {
      const set = { 'steps.$.status': 'FAILED', 'steps.$.at': at, 'steps.$.error': error, nextAt: lease };
      await runs.updateOne(ofStep(tenant, id, service), { $set: set } as never);
    },
    /** Not through yet; with `nextAt` absent nobody tries any more. */
    defer: async (tenant: string, id: string, status: RequestStatus, nextAt: Date | undefined): Promise<void> => {
      await runs.updateOne({ tenant, _id: id }, nextAt ? { $set: { status, nextAt } } : { $set: { status }, $unset: { nextAt: 1, open: 1 } });
    },
    finish: async (tenant: string, id: string, completedAt: Date): Promise<void> => {
      await runs.updateOne({ tenant, _id: id }, { $set: { status: 'COMPLETED', completedAt }, $unset: { nextAt: 1, open: 1 } } as never);
    },
  };
}
