import { isDuplicate, type Model, page, type Page, type PageArguments, type Store, type StoredDocument } from '@customerai/store';
import { type Act, type AuditEntry, type ChainHead, createVerifier, headOf, linkEntry, type Verification } from '../domain/audit-chain.ts';

type EntryDocument = Omit<AuditEntry, 'id'> & StoredDocument & { once?: string };
type HeadDocument = ChainHead & StoredDocument;

export type AuditPage = Page<AuditEntry>;
export type AuditLog = ReturnType<typeof createAuditLog>;

const BATCH = 1_000;

function toEntry({ _id: id, tenant, sequence, at, actor, action, target, purpose, customerId, previousHash, hash, seal }: EntryDocument): AuditEntry {
  return { id, tenant, sequence, at, actor, action, target, purpose, customerId, previousHash, hash, seal };
}

/** Append-only, a hash chain a tenant. The unique sequence decides the order between any number of processes. */
export function createAuditLog(store: Store, { key, newId, clock }: { key(): Buffer; newId(): string; clock(): Date }) {
  const text = { type: String, required: true } as const;
  const entries: Model<EntryDocument> = store.collection<EntryDocument>('auditEntries', {
    fields: {
      sequence: { type: Number, required: true },
      at: { type: Date, required: true },
      actor: text,
      action: text,
      target: text,
      purpose: String,
      customerId: String,
      previousHash: text,
      hash: text,
      seal: text,
      once: String,
    },
    indexes: [
      [{ tenant: 1, sequence: 1 }, { unique: true }],
      [{ tenant: 1, customerId: 1, sequence: -1 }],
      [
        { tenant: 1, once: 1 },
        { unique: true, partialFilterExpression: { once: { $exists: true } } },
      ],
    ],
  });
  const heads: Model<HeadDocument> = store.collection<HeadDocument>('auditHeads', {
    fields: { sequence: { type: Number, required: true }, entryId: text, hash: text, seal: text },
  });
  const lanes = new Map<string, Promise<unknown>>();

  const readHead = async (tenant: string) => (await heads.findOne({ tenant, _id: tenant }).lean()) as HeadDocument | null;

  /** What the next entry follows: the head where it is further than the entries, so that an end that was cut off stays missing for ever. */
  async function readEnd(tenant: string) {
    const last = (await entries.findOne({ tenant }).sort({ sequence: -1 }).lean()) as EntryDocument | null;
    const head = await readHead(tenant);
    return head && head.sequence > (last?.sequence ?? 0) ? head : (last ?? undefined);
  }

  async function write(tenant: string, act: Act, once: string | undefined): Promise<AuditEntry> {
    for (;;) {
      const { id, ...entry } = linkEntry(key(), (await readEnd(tenant)) ?? undefined, act, { id: newId(), tenant, at: clock() });
      try {
        await entries.create({ _id: id, ...entry, ...(once === undefined ? {} : { once }) } as never);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const present = once === undefined ? null : ((await entries.findOne({ tenant, once }).lean()) as EntryDocument | null);
        if (present) return toEntry(present);
        continue; // another process took the place: the next one is ours
      }
      await writeHead(headOf(key(), { id, ...entry }));
      return { id, ...entry };
    }
  }

  async function writeHead({ tenant, ...head }: ChainHead): Promise<void> {
    try {
      await heads.updateOne({ tenant, _id: tenant, sequence: { $lt: head.sequence } }, { $set: head }, { upsert: true });
    } catch (error) {
      if (!isDuplicate(error)) throw error; // else: another process has written a further one
    }
  }

  return {
    /** Resolves when the entry is stored. `once`: the second time with the same word nothing is written, and the first entry answered. */
    append: (tenant: string, act: Act, once?: string): Promise<AuditEntry> => {
      const mine = (lanes.get(tenant) ?? Promise.resolve()).then(
        () => write(tenant, act, once),
        () => write(tenant, act, once),
      );
      lanes.set(tenant, mine);
      const leave = () => void (lanes.get(tenant) === mine && lanes.delete(tenant));
      mine.then(leave, leave);
      return mine;
    },
    /** Newest first. */
    list: (tenant: string, customerId: string | null | undefined, { first, after }: PageArguments): Promise<AuditPage> =>
      page(entries, { tenant, ...(customerId == null ? {} : { customerId }) } as never, { sort: [['sequence', -1]], first, after, toNode: toEntry }),
    /** Of one customer, the oldest first. `after`: a sequence. */
    ofCustomer: async (
      tenant: string,
      customerId: string,
      { after = '0', first }: { after?: string | undefined; first: number },
    ): Promise<AuditEntry[]> => {
      const query = { tenant, customerId, sequence: { $gt: Number(after) } };
      return ((await entries.find(query).sort({ sequence: 1 }).limit(first).lean()) as unknown as EntryDocument[]).map(toEntry);
    },
    /** Recomputes the whole chain. */
    verify: async (tenant: string): Promise<Verification> => {
      const verifier = createVerifier(key(), (await readHead(tenant)) ?? undefined);
      for (let after = 0; ;) {
        const found = (await entries
          .find({ tenant, sequence: { $gt: after } } as never)
          .sort({ sequence: 1 })
          .limit(BATCH)
          .lean()) as unknown as EntryDocument[];
        for (const document of found) verifier.add(toEntry(document));
        if (found.length < BATCH) return verifier.end();
        after = found.at(-1)!.sequence;
      }
    },
  };
}
