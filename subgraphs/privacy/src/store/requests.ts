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
import type { PrivacyRequest, RequestKind, RequestStep } from '../domain/request.ts';

type RequestDocument = Omit<PrivacyRequest, 'id'> & StoredDocument & { open?: boolean; nextAt?: Date };

export type RequestPage = Page<PrivacyRequest>;
export type RequestStore = ReturnType<typeof createRequestStore>;

function toRequest({ _id: id, open: _open, nextAt: _nextAt, ...fields }: RequestDocument): PrivacyRequest {
  return { id, ...fields };
}

/** Erasures and exports. One that is not over has `nextAt`, from when on somebody may work on it: now, after a wait, or when the lease of who does has run out. */
export function createRequestStore(store: Store) {
  const requests: Model<RequestDocument> = store.collection<RequestDocument>('requests', {
    fields: {
      kind: { type: String, required: true },
      customerId: { type: String, required: true },
      status: { type: String, required: true },
      steps: [Object],
      reason: String,
      requestedBy: { type: String, required: true },
      requestedAt: { type: Date, required: true },
      completedAt: Date,
      dueAt: { type: Date, required: true },
      tries: { type: Number, required: true },
      keptUntil: Date,
      open: Boolean,
      nextAt: Date,
    },
    indexes: [
      [{ tenant: 1, requestedAt: -1, _id: -1 }],
      [{ tenant: 1, customerId: 1, requestedAt: -1 }],
      [
        { tenant: 1, customerId: 1, kind: 1 },
        { unique: true, partialFilterExpression: { open: true } },
      ],
      [{ nextAt: 1 }, { sparse: true }],
    ],
    outbox: true,
  });
  const read = async (query: { tenant: string } & Record<string, unknown>): Promise<PrivacyRequest[]> =>
    ((await requests.find(query).sort({ requestedAt: -1, _id: -1 }).lean()) as RequestDocument[]).map(toRequest);

  return {
    /** False when one of the kind is under way for the customer: then nothing was written. */
    insert: async ({ id, ...fields }: PrivacyRequest, events: readonly CloudEvent[]): Promise<boolean> => {
      try {
        await requests.create([{ _id: id, ...fields, open: true, nextAt: fields.requestedAt, ...withOutbox(events) } as never]);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    findOpen: async (tenant: string, kind: RequestKind, customerId: string): Promise<PrivacyRequest | undefined> =>
      (await read({ tenant, kind, customerId, open: true }))[0],
    findMany: (tenant: string, ids: readonly string[]) => read({ tenant, _id: { $in: [...ids] } }),
    /** The newest first. */
    findByCustomers: (tenant: string, customerIds: readonly string[]) => read({ tenant, customerId: { $in: [...customerIds] } }),
    list: (tenant: string, customerId: string | null | undefined, { first, after }: PageArguments): Promise<RequestPage> =>
      page(requests, { tenant, ...(customerId == null ? {} : { customerId }) } as never, {
        sort: [['requestedAt', -1]],
        first,
        after,
        toNode: toRequest,
      }),
    /** Takes one that is due, of any tenant: until `lease` nobody else does. */
    take: async (now: Date, lease: Date): Promise<PrivacyRequest | undefined> => {
      const update = { $set: { nextAt: lease, status: 'RUNNING' }, $inc: { tries: 1 } };
      const options = { sort: { nextAt: 1 }, returnDocument: 'after', ...acrossTenants } as const;
      const found = (await requests.findOneAndUpdate({ nextAt: { $lte: now } } as never, update as never, options).lean()) as RequestDocument | null;
      return found ? toRequest(found) : undefined;
    },
    /** Keeps the lease on. */
    hold: async (tenant: string, id: string, lease: Date): Promise<void> => {
      await requests.updateOne({ tenant, _id: id, open: true }, { $set: { nextAt: lease } });
    },
    saveStep: async (tenant: string, id: string, step: RequestStep, lease: Date, events: readonly CloudEvent[]): Promise<void> => {
      await requests.updateOne(
        { tenant, _id: id, 'steps.service': step.service } as never,
        setWithOutbox({ 'steps.$': step, nextAt: lease }, events),
      );
    },
    /** Not through yet; with `nextAt` absent nobody tries any more. */
    defer: async (
      tenant: string,
      id: string,
      status: PrivacyRequest['status'],
      nextAt: Date | undefined,
      events: readonly CloudEvent[],
    ): Promise<void> => {
      const update = setWithOutbox({ status, ...(nextAt ? { nextAt } : {}) }, events);
      await requests.updateOne({ tenant, _id: id }, nextAt ? update : { ...update, $unset: { nextAt: 1, open: 1 } });
    },
    finish: async (
      tenant: string,
      id: string,
      fields: Pick<PrivacyRequest, 'status' | 'completedAt' | 'keptUntil'>,
      events: readonly CloudEvent[],
    ): Promise<void> => {
      await requests.updateOne({ tenant, _id: id }, { ...setWithOutbox(fields, events), $unset: { nextAt: 1, open: 1 } });
    },
  };
}
