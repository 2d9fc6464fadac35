import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import type { RunPartsFragment } from '../../generated/graphql.ts';
import { follow } from '../../graphql/follow.ts';
import { RunProgressDocument } from './training-documents.ts';

export const isOver = ({ status }: Pick<RunPartsFragment, 'status'>): boolean => status !== 'QUEUED' && status !== 'RUNNING';

/** A training run as it was given, then as it goes on, until it has ended; `onOver` hears of that. */
export function useRun(given: RunPartsFragment, onOver: () => void): RunPartsFragment {
  const client = useApolloClient();
  const [run, setRun] = useState(given);
  const over = isOver(run);
  useEffect(() => {
    if (over) return undefined;
    const next = ({ trainingProgress: now }: { trainingProgress: RunPartsFragment }) => {
      setRun(now);
      if (isOver(now)) onOver();
    };
    // It begins with the run as it is, so there is nothing to ask for beside it.
    return follow(client, RunProgressDocument, { next, renew: () => undefined, refused: () => undefined }, { id: given.id });
  }, [client, over, given.id]);
  return run;
}
