import type { KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';
import { hashRefreshToken } from '../crypto/refresh-token.ts';
import { endSession } from './auth-events.ts';

/**
 * Ends a session of the viewer: the token's, or without a token the one that asks. True when the session is over afterwards, also when it was
 * before or never existed (RFC 7009); false when there was nothing to end, because the viewer has no session.
 */
export async function signOut(deps: Deps, viewer: KnownViewer, refreshToken?: string | null): Promise<boolean> {
  if (refreshToken == null) {
    if (viewer.sessionId === undefined) return false;
    await endSession(deps, { tenant: viewer.tenant, userId: viewer.id, id: viewer.sessionId }, 'SIGN_OUT');
    return true;
  }
  const sent = hashRefreshToken(refreshToken);
  const session = sent && (await deps.sessions.findByFamily(sent.familyHash));
  if (session && session.tenant === viewer.tenant && session.userId === viewer.id) await endSession(deps, session, 'SIGN_OUT');
  return true;
}
