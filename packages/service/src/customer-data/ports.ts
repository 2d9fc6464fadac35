import { z } from 'zod';
import type { Port } from '../rpc/port.ts';

const aboutCustomer = { tenant: z.string(), customerId: z.string() };

/** One thing that a service keeps of a customer, as it is handed out: everything that says something of them. */
export interface CustomerRecord {
  kind: string;
  data: Record<string, unknown>;
}

/** Kinds of data that may be kept for a time of their own. A record is as old as the customer's message that it is about. */
export const RETAINED = ['interactions', 'drafts', 'reviews', 'analytics'] as const;
export type RetainedData = (typeof RETAINED)[number];

export interface Expiry {
  tenant: string;
  /** By kind, the UUIDv7 before which messages are too old; kinds that are kept are absent. */
  before: Partial<Record<RetainedData, string>>;
  /** Messages that somebody works on right now: what is about them stays. */
  held: readonly string[];
  /** At most so many records are removed at once. */
  first: number;
  /** Nothing is removed, only counted. */
  dryRun: boolean;
}

/** What every service that keeps anything of customers answers, each under its own name. */
export interface CustomerDataPorts {
  /**
   * Removes what the service keeps of a customer from before `before`, the UUIDv7 of the request: what came after it stays. Remembers it for what is under way. Idempotent; tells
   * how many records it removed this time.
   */
  erase: Port<{ tenant: string; customerId: string; before: string }, { records: number }>;
  /** What the service keeps of a customer, page by page: `next` of one is `after` of the following, absent behind the last. */
  read: Port<{ tenant: string; customerId: string; after?: string | undefined }, { records: CustomerRecord[]; next?: string | undefined }>;
  /** Removes a batch of what has become too old, or counts all of it. `more`: there may be further ones. Idempotent. */
  expire: Port<Expiry, { records: number; more: boolean }>;
}

export const customerDataOf = (service: string): CustomerDataPorts => ({
  erase: {
    name: `${service}.erase-customer`,
    input: z.object({ ...aboutCustomer, before: z.string() }),
    output: z.object({ records: z.number().int() }),
  },
  read: {
    name: `${service}.read-customer`,
    input: z.object({ ...aboutCustomer, after: z.string().optional() }),
    output: z.object({ records: z.array(z.object({ kind: z.string(), data: z.record(z.string(), z.unknown()) })), next: z.string().optional() }),
  },
  expire: {
    name: `${service}.expire-data`,
    input: z.object({
      tenant: z.string(),
      before: z.partialRecord(z.enum(RETAINED), z.string()),
      held: z.array(z.string()),
      first: z.number().int(),
      dryRun: z.boolean(),
    }),
    output: z.object({ records: z.number().int(), more: z.boolean() }),
  },
});
