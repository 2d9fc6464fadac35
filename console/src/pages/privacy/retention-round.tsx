import { useQuery } from '@apollo/client/react';
import { Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { TimeAgo } from '../../components/time-ago.tsx';
import type { RoundPartsFragment } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { RequestBadge } from './request-progress.tsx';
import { RoundDocument } from './retention-documents.ts';

const EVERY_MS = 1_000; // a round has no stream
const isOver = ({ status }: RoundPartsFragment) => status === 'COMPLETED' || status === 'FAILED';

/** One round of counting or removing, looked at until it is over. */
export function RetentionRound({ round: given }: { round: RoundPartsFragment }) {
  const { data, startPolling, stopPolling } = useQuery(RoundDocument, { variables: { id: given.id }, skip: isOver(given) });
  const round = data?.retentionRun ?? given;
  const over = isOver(round);
  useEffect(() => {
    if (over) return undefined;
    startPolling(EVERY_MS);
    return stopPolling;
  }, [over, startPolling, stopPolling]);
  const by = round.steps.filter(({ records }) => records > 0).map(({ service, records }) => `${service} ${records}`);
  return (
    <div data-round={round.dryRun ? 'count' : 'remove'} data-status={round.status}>
      <Group gap={8}>
        <RequestBadge status={round.status} />
        <Text size="sm" aria-live="polite">
          {t(round.dryRun ? 'privacy.retention.wouldGo' : 'privacy.retention.gone', { count: round.records })}
          {by.length > 0 && ` (${by.join(', ')})`}
        </Text>
        <TimeAgo at={round.startedAt} />
      </Group>
      {round.steps.map(
        ({ service, error }) =>
          error && (
            <Text key={service} size="xs" c="var(--negative)">
              {service}: {error}
            </Text>
          ),
      )}
    </div>
  );
}
