import { useQuery } from '@apollo/client/react';
import { Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { durationMs, formatShare, formatSpan } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { ReviewToday } from './operations.ts';
import styles from './review.module.css';

const QUIET_MS = 1_500; // a burst of changes asks once

function today() {
  const from = new Date();
  from.setHours(0, 0, 0, 0);
  const to = new Date(from);
  to.setDate(to.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}

/** How far the day is: decided of all that was decided or still waits. Asks again after each change of the queue. */
export function DayProgress({ changes, viewerId }: { changes: number; viewerId: string }) {
  const [range] = useState(today);
  const { data, refetch } = useQuery(ReviewToday, { variables: range });
  useEffect(() => {
    if (changes === 0) return undefined;
    const timer = setTimeout(() => void refetch().catch(() => {}), QUIET_MS);
    return () => clearTimeout(timer);
  }, [changes, refetch]);
  const stats = data?.reviewStats;
  if (!stats) return null;
  const waits = stats.open + stats.claimed;
  const share = stats.decided + waits === 0 ? 0 : stats.decided / (stats.decided + waits);
  const mine = stats.byReviewer.find(({ user }) => user.id === viewerId)?.decided ?? 0;
  return (
    <Group gap={14} className={`figures ${styles['progress']}`}>
      <Group gap={8}>
        <Text size="xs" c="dimmed">
          {t('review.today')}
        </Text>
        <div
          className={styles['meter']}
          role="progressbar"
          aria-label={t('review.progress')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share * 100)}
        >
          <div style={{ width: `${share * 100}%` }} />
        </div>
        <Text size="xs" fw={580}>
          {t('review.decidedToday', { count: stats.decided })}
          {mine > 0 && ` (${t('review.byMe', { count: mine })})`}
        </Text>
      </Group>
      {stats.approvalRate != null && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('review.approved', { share: formatShare(stats.approvalRate) })}
        </Text>
      )}
      {stats.medianTimeToDecision != null && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {t('review.median', { time: formatSpan(durationMs(stats.medianTimeToDecision)) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t('review.openCount', { count: stats.open })}
      </Text>
      {stats.overdue > 0 && (
        <Text size="xs" fw={600} c="var(--negative)">
          {t('review.overdueCount', { count: stats.overdue })}
        </Text>
      )}
    </Group>
  );
}
