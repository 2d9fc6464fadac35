import type { Deps } from '../context.ts';
import { issueRefreshToken } from '../crypto/refresh-token.ts';
import { scopesOfRoles } from '../domain/roles.ts';
import { type OpenedSession, REFRESH_LIFETIME_MS } from '../domain/session.ts';
import type { User } from '../domain/user.ts';

/** Begins a session for a person whose identity has just been proved. */
export async function openSession(deps: Deps, user: User): Promise<OpenedSession> {
  const now = deps.clock();
  const { token, familyHash, tokenHash } = issueRefreshToken();
  const id = deps.newId();
  const expiresAt = new Date(now.getTime() + REFRESH_LIFETIME_MS);
  await deps.sessions.insert({ id, tenant: user.tenant, userId: user.id, familyHash, tokenHash, createdAt: now, expiresAt });
  return describeSession(deps, user, id, token);
}

/** The answer of sign-in and refresh: the tokens, and what the roles allow at this moment. */
export async function describeSession(deps: Deps, user: User, sessionId: string, refreshToken: string): Promise<OpenedSession> {
  const scopes = scopesOfRoles(user.roles);
  const accessToken = await deps.issueAccessToken({ kind: 'user', subject: user.id, tenant: user.tenant, scopes, sessionId });
  return { accessToken, refreshToken, scopes, user };
}
