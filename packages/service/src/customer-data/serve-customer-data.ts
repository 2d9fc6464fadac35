import type { Rpc } from '../rpc/rpc.ts';
import { customerDataOf, type CustomerRecord, type Expiry, type RetainedData } from './ports.ts';

/** One kind of record, read in the order of its ids. */
export interface CustomerRecords {
  kind: string;
  read(
    tenant: string,
    customerId: string,
    from: { after?: string | undefined; first: number },
  ): Promise<{ id: string; data: Record<string, unknown> }[]>;
}

/** Messages with an id before `before`, without those that are held. */
export interface Expired {
  tenant: string;
  before: string;
  held: readonly string[];
}

/** How a service lets go of what is kept for a time only. */
export interface Expiring {
  data: RetainedData;
  count(which: Expired): Promise<number>;
  /** Removes at most `first` of them. Answers how many it was, and how many records went with them in all. */
  remove(which: Expired, first: number): Promise<{ removed: number; records?: number }>;
}

export interface CustomerData {
  erase(request: { tenant: string; customerId: string; before: string }): Promise<number>;
  records: readonly CustomerRecords[];
  /** Absent: nothing of it is kept for a time only. */
  expiring?: Expiring;
}

/** For a service that keeps nothing by customer: it says so, instead of being left out. */
export const noCustomerData: CustomerData = { erase: async () => 0, records: [] };

const PAGE = 100;
/** Of one answer, beyond its first record: a broker takes 1 MB, and a record has at most some 600 kB. */
const MOST_BYTES = 400_000;

/** Answers `<service>.erase-customer`, `<service>.read-customer` and `<service>.expire-data`. */
export async function serveCustomerData(rpc: Rpc, service: string, { erase, records, expiring }: CustomerData): Promise<AsyncDisposable> {
  const ports = customerDataOf(service);
  const stack = new AsyncDisposableStack();
  stack.use(await rpc.serve(ports.erase, async (request) => ({ records: await erase(request) })));
  stack.use(await rpc.serve(ports.read, ({ tenant, customerId, after }) => readPage(records, tenant, customerId, after)));
  stack.use(await rpc.serve(ports.expire, (request) => expire(expiring, request)));
  return stack;
}

async function expire(expiring: Expiring | undefined, { tenant, before, held, first, dryRun }: Expiry) {
  const limit = expiring && before[expiring.data];
  if (limit === undefined) return { records: 0, more: false };
  const which = { tenant, before: limit, held };
  if (dryRun) return { records: await expiring!.count(which), more: false };
  const { removed, records = removed } = await expiring!.remove(which, first);
  return { records, more: removed >= first };
}

async function readPage(kinds: readonly CustomerRecords[], tenant: string, customerId: string, cursor: string | undefined) {
  const page: CustomerRecord[] = [];
  let bytes = 0;
  let { kind, after } = parseCursor(cursor);
  for (; kind < kinds.length; kind++, after = undefined) {
    const { kind: name, read } = kinds[kind]!;
    for (let more = true; more;) {
      const found = await read(tenant, customerId, { after, first: PAGE });
      for (const { id, data } of found) {
        bytes += Buffer.byteLength(JSON.stringify(data));
        if (page.length > 0 && (page.length >= PAGE || bytes > MOST_BYTES)) return { records: page, next: `${kind}:${after ?? ''}` };
        page.push({ kind: name, data });
        after = id;
      }
      more = found.length === PAGE;
    }
  }
  return { records: page };
}

function parseCursor(cursor: string | undefined): { kind: number; after: string | undefined } {
  if (cursor === undefined) return { kind: 0, after: undefined };
  const at = cursor.indexOf(':');
  return { kind: Number(cursor.slice(0, at)), after: cursor.slice(at + 1) || undefined };
}
