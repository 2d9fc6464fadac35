import type { Deps } from '../context.ts';
import { hashRefreshToken, issueRefreshToken } from '../crypto/refresh-token.ts';
import { type OpenedSession, REFRESH_LIFETIME_MS } from '../domain/session.ts';
import { sessionOver } from '../errors.ts';
import { endSession } from './auth-events.ts';
import { describeSession } from './open-session.ts';

/**
 * Trades a refresh token for the next one. A token that was used before ends its session, successor included: either its owner or a thief holds
 * the other copy, and nobody can tell which. Throws UNAUTHENTICATED.
 */
export async function refreshSession(deps: Deps, refreshToken: string): Promise<OpenedSession> {
  const sent = hashRefreshToken(refreshToken);
  if (!sent) throw sessionOver();
  const now = deps.clock();
  const next = issueRefreshToken(refreshToken);
  const session = await deps.sessions.rotate(sent, { tokenHash: next.tokenHash, expiresAt: new Date(now.getTime() + REFRESH_LIFETIME_MS) }, now);
  if (!session) {
    const used = await deps.sessions.findByFamily(sent.familyHash);
    if (used) await endSession(deps, used, 'TOKEN_REUSED');
    throw sessionOver();
  }
  const user = await deps.users.find(session.tenant, session.userId);
  if (!user || user.disabled) {
    await endSession(deps, session, 'USER_DISABLED');
    throw sessionOver();
  }
  return describeSession(deps, user, session.id, next.token);
}
