import type { Model } from 'mongoose';
import type { StoredDocument } from './open-store.ts';

/** A page of what a collection keeps of one customer, in the order of the ids; `after`: the last id of the page before. */
export async function ofCustomer<Document extends StoredDocument>(
  model: Model<Document>,
  tenant: string,
  customerId: string,
  { after, first }: { after?: string | undefined; first: number },
): Promise<Document[]> {
  const query = { tenant, customerId, ...(after === undefined ? {} : { _id: { $gt: after } }) };
  return (await model
    .find(query as never)
    .sort({ _id: 1 })
    .limit(first)
    .lean()) as unknown as Document[];
}
