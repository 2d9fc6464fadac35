import { badInput, conflict, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { createClientSecret } from '../crypto/client-secret.ts';
import { type ApiClient, MAX_CLIENTS } from '../domain/api-client.ts';
import { parseName } from '../domain/user.ts';

/** Adds a program with some of the rights of whoever adds it. Throws BAD_USER_INPUT, CONFLICT when there are as many as may be, RATE_LIMITED. */
export async function createApiClient(
  deps: Deps,
  { tenant, scopes: held }: KnownViewer,
  input: { name: string; scopes: readonly string[] },
): Promise<{ client: ApiClient; clientId: string; clientSecret: string }> {
  const name = parseName(input.name);
  if (name === undefined) throw badInput('input.name', 'A name has 1 to 200 characters and no line breaks.');
  const scopes = [...new Set(input.scopes)].toSorted();
  if (scopes.length === 0) throw badInput('input.scopes', 'Give at least one scope; a client without one could do nothing.');
  const beyond = scopes.filter((scope) => !held.includes(scope));
  if (beyond.length > 0)
    throw badInput(
      'input.scopes',
      `You can give away only what you may do yourself, which ${beyond.map((scope) => `"${scope.slice(0, 50)}"`).join(', ')} is not.`,
    );
  if ((await deps.clients.count(tenant)) >= MAX_CLIENTS)
    throw conflict(`A tenant has at most ${MAX_CLIENTS} API clients. Revoke one that is not needed.`);
  const client: ApiClient = { id: deps.newId(), tenant, name, scopes, createdAt: deps.clock() };
  const clientSecret = createClientSecret();
  await deps.clients.insert(client, await deps.hasher.hash(clientSecret));
  return { client, clientId: client.id, clientSecret };
}
