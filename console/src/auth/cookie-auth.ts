import type { AuthPort, AuthState } from './auth-port.ts';
import { closeSession, openSession, refreshSession, type SessionAnswer } from './session-requests.ts';
import type { TabChannel } from './tab-channel.ts';

const EARLY_MS = 30_000; // renewed before it ends, so that no request leaves with a token about to expire

/** Access token in this tab's memory, refresh token in an HttpOnly cookie; one refresh at a time over all tabs. */
export function createCookieAuth(tabs: TabChannel): AuthPort {
  let state: AuthState = { phase: 'unknown' };
  let session: SessionAnswer | undefined;
  let renewing: Promise<string | undefined> | undefined;
  const listeners = new Set<() => void>();

  const enter = (next: AuthState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const open = (next: SessionAnswer) => {
    session = next;
    // The viewer object stays the same while nothing about it changes, so that a renewed token draws nothing anew.
    if (state.phase !== 'signed-in' || JSON.stringify(state.viewer) !== JSON.stringify(next.viewer))
      enter({ phase: 'signed-in', viewer: next.viewer });
  };
  const lose = () => {
    session = undefined;
    enter(state.phase === 'signed-in' || state.phase === 'expired' ? { phase: 'expired', viewer: state.viewer } : { phase: 'signed-out' });
  };
  const isFresh = () => session !== undefined && session.expiresAt - Date.now() > EARLY_MS;

  tabs.listen((message) => {
    if (message.kind === 'session') open(message.session);
    else {
      session = undefined;
      enter({ phase: 'signed-out' });
    }
  });

  const renewOnce = (): Promise<string | undefined> => {
    const before = session;
    renewing ??= tabs
      .alone(async () => {
        // Another tab may have brought a new one while this tab waited for its turn.
        if (session !== before && isFresh()) return session?.accessToken;
        const next = await refreshSession();
        if (!next) return void lose();
        open(next);
        tabs.tell({ kind: 'session', session: next });
        return next.accessToken;
      })
      .finally(() => (renewing = undefined));
    return renewing;
  };

  /** What was under way when a session ended goes on, once and by itself, when the same person has signed in again; for nobody else. */
  const nextSession = (): Promise<string | undefined> => {
    if (state.phase !== 'expired') return Promise.resolve(undefined);
    const { viewer } = state;
    return new Promise((resolve) => {
      const listener = () => {
        if (state.phase === 'expired') return;
        listeners.delete(listener);
        resolve(state.phase === 'signed-in' && state.viewer.id === viewer.id ? session?.accessToken : undefined);
      };
      listeners.add(listener);
    });
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resume: async () => void (await renewOnce()),
    signIn: async (credentials) => {
      const next = await openSession(credentials);
      open(next);
      tabs.tell({ kind: 'session', session: next });
    },
    signOut: async () => {
      await closeSession();
      session = undefined;
      tabs.tell({ kind: 'signed-out' });
      enter({ phase: 'signed-out' });
    },
    token: async () => {
      if (state.phase === 'signed-in') return isFresh() ? session?.accessToken : ((await renewOnce()) ?? nextSession());
      return nextSession();
    },
    renew: async (refused) => (session && session.accessToken !== refused ? session.accessToken : ((await renewOnce()) ?? nextSession())),
  };
}
