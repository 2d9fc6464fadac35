import { authClientRevoked } from '@customerai/events';
import { notFound } from '@customerai/service';
import type { Deps } from '../context.ts';

/** Ends a client and every token that it has. Throws NOT_FOUND. */
export async function revokeApiClient({ clients, newId, clock }: Deps, tenant: string, id: string): Promise<void> {
  const now = clock();
  const envelope = { id: newId(), source: 'auth', tenant, partitionkey: id, subject: id, time: now };
  const event = authClientRevoked.create({ ...envelope, data: { clientId: id, at: now.toISOString() } });
  if (!(await clients.revoke(tenant, id, now, [event]))) throw notFound('API client', id);
}
