import { useApolloClient } from '@apollo/client/react';
import { Center, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useAuth, useAuthState } from '../auth/use-auth.ts';
import { SessionEnded } from './session-ended.tsx';
import { SignInPage } from './sign-in-page.tsx';

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

  if (state.phase === 'unknown')
    return (
      <Center h="100dvh">
        <Loader aria-label="…" />
      </Center>
    );
  if (state.phase === 'signed-out') return <SignInPage />;
  return (
    <>
      <div key={state.viewer.id} style={{ display: 'contents' }}>
        {children}
      </div>
      {state.phase === 'expired' && <SessionEnded viewer={state.viewer} />}
    </>
  );
}
