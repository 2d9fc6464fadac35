import type { Deps } from '../context.ts';
import { type ApiClient, grantedScopes } from '../domain/api-client.ts';
import { ACCESS_LIFETIME_SECONDS } from '../domain/session.ts';

/** The codes of RFC 6749, 5.2, that depend on the client. */
export type ClientTokenAnswer = { accessToken: string; expiresIn: number; scopes: string[] } | { error: 'invalid_client' | 'invalid_scope' };

/**
 * An access token for a client that proves who it is (RFC 6749, 4.4). An unknown client, a wrong secret and a revoked client get one answer at one cost. Wrong
 * secrets are counted by client as wrong passwords are by account. Throws RATE_LIMITED.
 */
export async function grantClientToken(deps: Deps, asked: { clientId: string; clientSecret: string; scope?: string }): Promise<ClientTokenAnswer> {
  const found = await deps.clients.findForToken(asked.clientId);
  const right = await deps.limits.attempt(`client ${asked.clientId}`, () => deps.hasher.verify(found?.secretHash, asked.clientSecret));
  if (!right || !found) return { error: 'invalid_client' };
  const { client } = found;
  const scopes = grantedScopes(client, asked.scope);
  if (!scopes) return { error: 'invalid_scope' };
  // Written before the token is made: a client that was revoked in this moment gets none that the gateway could have missed.
  if (!(await deps.clients.used(client.tenant, client.id, deps.clock()))) return { error: 'invalid_client' };
  return { accessToken: await issue(deps, client, scopes), expiresIn: ACCESS_LIFETIME_SECONDS, scopes };
}

const issue = ({ issueAccessToken }: Deps, { id, tenant }: ApiClient, scopes: readonly string[]) =>
  issueAccessToken({ kind: 'client', subject: id, tenant, scopes });
