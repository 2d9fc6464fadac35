import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { MarkOpen } from './operations.ts';

const AGAIN_MS = 10_000; // the platform believes it for 30 s
const REST_MS = 300; // who runs through the queue with j looks at nothing

/** Tells the platform what this person has open, and hears who else has; a hint that may fail without a word. */
export function usePresence(id: string | undefined): void {
  const client = useApolloClient();
  useEffect(() => {
    if (id === undefined) return undefined;
    let told = false;
    let underWay = 0; // where the session has ended, until somebody signs in again
    const tell = (open: boolean) => {
      told = open;
      underWay++;
      void client
        .mutate({ mutation: MarkOpen, variables: { id, open }, context: { fetchOptions: { keepalive: !open } } })
        .catch(() => {})
        .finally(() => underWay--);
    };
    const look = () => document.visibilityState === 'visible' && underWay === 0 && tell(true);
    const leave = () => told && tell(false);
    const rest = setTimeout(look, REST_MS);
    const again = setInterval(look, AGAIN_MS);
    const turn = () => (document.visibilityState === 'visible' ? tell(true) : leave());
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearTimeout(rest);
      clearInterval(again);
      document.removeEventListener('visibilitychange', turn);
      leave();
    };
  }, [client, id]);
}
