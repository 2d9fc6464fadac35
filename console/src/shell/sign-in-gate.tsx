import { useApolloClient } from '@apollo/client/react';
import { Center, Loader } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { useAuth, useAuthState } from '../auth/use-auth.ts';
import { t } from '../i18n/index.ts';

const SessionEnded = lazy(() => import('./session-ended.tsx'));
const SignInPage = lazy(() => import('./sign-in-page.tsx'));

/** Pages are drawn for somebody who is signed in. When a session ends they stay as they are, under a window to sign in again. */
export function SignInGate({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const client = useApolloClient();
  const state = useAuthState();
  useEffect(() => void auth.resume().catch(() => {}), [auth]);

  // What one person has seen is not for the next one at this machine.
  const viewerId = 'viewer' in state ? state.viewer.id : undefined;
  const seenBy = useRef(viewerId);
  useEffect(() => {
    if (seenBy.current !== undefined && seenBy.current !== viewerId) {
      sessionStorage.clear();
      void client.clearStore();
    }
    seenBy.current = viewerId;
  }, [client, viewerId]);

  const waiting = (
    <Center h="100dvh">
      <Loader role="status" aria-label={t('shell.loading')} />
    </Center>
  );
  if (state.phase === 'unknown') return waiting;
  if (state.phase === 'signed-out')
    return (
      <Suspense fallback={waiting}>
        <SignInPage />
      </Suspense>
    );
  return (
    <>
      <div key={state.viewer.id} style={{ display: 'contents' }}>
        {children}
      </div>
      <Suspense>{state.phase === 'expired' && <SessionEnded viewer={state.viewer} />}</Suspense>
    </>
  );
}
