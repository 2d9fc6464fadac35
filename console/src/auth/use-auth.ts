import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AuthPort, AuthState, Viewer } from './auth-port.ts';

export const AuthContext = createContext<AuthPort | undefined>(undefined);

export function useAuth(): AuthPort {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error('AuthContext has no value here.');
  return auth;
}

export function useAuthState(): AuthState {
  const auth = useAuth();
  return useSyncExternalStore(auth.subscribe, auth.state);
}

/** Whoever is signed in. Pages are drawn only for somebody, so there is always one. */
export function useViewer(): Viewer {
  const state = useAuthState();
  if (state.phase !== 'signed-in' && state.phase !== 'expired') throw new Error('Nobody is signed in.');
  return state.viewer;
}

/** Whether the viewer's roles allow all of these scopes. The platform decides; this only keeps what would be refused out of sight. */
export function useCan(...scopes: string[]): boolean {
  const viewer = useViewer();
  return scopes.every((scope) => viewer.scopes.includes(scope));
}
