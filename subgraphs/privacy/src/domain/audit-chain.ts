import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Who did what to what, by ids: never anybody's words or name. */
export interface Act {
  actor: string;
  /** `<thing>.<what happened>`, e.g. `consent.withdrawn`. */
  action: string;
  /** `customer:<id>`, `privacyRequest:<id>` ... */
  target: string;
  purpose?: string | undefined;
  /** Whose data, where it is one customer's. */
  customerId?: string | undefined;
}

/** An act in its place of the tenant's chain. */
export interface AuditEntry extends Act {
  id: string;
  tenant: string;
  /** 1, 2, 3 ... */
  sequence: number;
  at: Date;
  previousHash: string;
  /** SHA-256, hex, of everything above in one order: anybody can recompute it. */
  hash: string;
  /** HMAC of the hash: nobody without the key can make one. */
  seal: string;
}

/** The newest entry as it is written down a second time, so that an end that was cut off is missed. */
export interface ChainHead {
  tenant: string;
  sequence: number;
  entryId: string;
  hash: string;
  seal: string;
}

export interface Verification {
  valid: boolean;
  entries: number;
  firstBrokenId?: string | undefined;
}

const BEGINNING = '0'.repeat(64);

const hashOf = ({ tenant, sequence, id, at, actor, action, target, purpose, customerId, previousHash }: Omit<AuditEntry, 'hash' | 'seal'>): string =>
  createHash('sha256')
    .update(JSON.stringify([tenant, sequence, id, at.toISOString(), actor, action, target, purpose ?? null, customerId ?? null, previousHash]))
    .digest('hex');

const sealOf = (key: Buffer, what: 'entry' | 'head', { tenant, sequence, hash }: Pick<AuditEntry, 'tenant' | 'sequence' | 'hash'>): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([what, tenant, sequence, hash]))
    .digest('hex');

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The next entry of a chain that ends with `last`. */
export function linkEntry(
  key: Buffer,
  last: Pick<AuditEntry, 'sequence' | 'hash'> | undefined,
  act: Act,
  where: { id: string; tenant: string; at: Date },
): AuditEntry {
  const entry = { ...act, ...where, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? BEGINNING };
  const hash = hashOf(entry);
  return { ...entry, hash, seal: sealOf(key, 'entry', { ...entry, hash }) };
}

export function headOf(key: Buffer, entry: AuditEntry): ChainHead {
  const { tenant, sequence, id: entryId, hash } = entry;
  return { tenant, sequence, entryId, hash, seal: sealOf(key, 'head', entry) };
}

/**
 * Recomputes a chain entry by entry, in the order of their sequence. An entry that was changed, moved or written without the key does not fit; nor does the one after
 * a gap. The head tells of entries that are missing at the end: then the newest that was ever written is the broken one.
 */
export function createVerifier(key: Buffer, head: ChainHead | undefined) {
  let entries = 0;
  let last: Pick<AuditEntry, 'id' | 'sequence' | 'hash'> | undefined;
  let broken: string | undefined;

  const fits = (entry: AuditEntry): boolean =>
    entry.sequence === (last?.sequence ?? 0) + 1 &&
    entry.previousHash === (last?.hash ?? BEGINNING) &&
    same(entry.hash, hashOf(entry)) &&
    same(entry.seal, sealOf(key, 'entry', entry)) &&
    (entry.sequence !== head?.sequence || entry.hash === head.hash);

  function missedByHead(): string | undefined {
    // The head is written right after its entry: a process that died in between leaves one entry before any head.
    if (!head) return entries > 1 ? last!.id : undefined;
    if (!same(head.seal, sealOf(key, 'head', head))) return head.entryId;
    return (last?.sequence ?? 0) < head.sequence ? head.entryId : undefined;
  }

  return {
    add: (entry: AuditEntry): void => {
      entries++;
      if (broken === undefined && !fits(entry)) broken = entry.id;
      last = entry;
    },
    end: (): Verification => {
      const firstBrokenId = broken ?? missedByHead();
      return { valid: firstBrokenId === undefined, entries, firstBrokenId };
    },
  };
}
