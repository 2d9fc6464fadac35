import { z } from 'zod';
import type { Port } from '../rpc/port.ts';

const aboutCustomer = { tenant: z.string(), customerId: z.string() };

/** One thing that a service keeps of a customer, as it is handed out: everything that says something of them. */
export interface CustomerRecord {
  kind: string;
  data: Record<string, unknown>;
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
});
