import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { RequestPartsFragment } from '../../generated/graphql.ts';
import { follow } from '../../graphql/follow.ts';
import { RequestDocument, RequestUpdatesDocument } from './documents.ts';

/** A request as it is now, kept current until it is done: the stream tells that it went on, and the answer has what a stream has not (a link of one's own). */
export function useRequest(given: RequestPartsFragment): RequestPartsFragment {
  const client = useApolloClient();
  const { data, refetch } = useQuery(RequestDocument, { variables: { id: given.id }, skip: given.status === 'COMPLETED' });
  const request = data?.privacyRequest ?? given;
  const done = request.status === 'COMPLETED';
  useEffect(() => {
    if (done) return undefined;
    const renew = () => void refetch().catch(() => undefined);
    return follow(client, RequestUpdatesDocument, { next: renew, renew, refused: () => undefined }, { id: given.id });
  }, [client, done, given.id, refetch]);
  return request;
}
