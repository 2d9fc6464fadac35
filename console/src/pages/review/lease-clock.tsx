import { Text } from '@mantine/core';
import { useNow } from '../../components/use-now.ts';
import { formatCountdown } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import type { Row } from './queue-state.ts';

const SOON_MS = 60_000;

/** Whose the item is, and for how long still. */
export function LeaseClock({ row, viewerId }: { row: Row; viewerId: string }) {
  const now = useNow(1_000);
  const left = row.leaseExpiresAt ? Date.parse(row.leaseExpiresAt) - now : 0;
  if (row.status !== 'CLAIMED' || !row.assignee) {
    return (
      <Text size="sm" c="dimmed">
        {row.assignee ? t('review.reservedFor', { name: row.assignee.name }) : t('review.open')}
      </Text>
    );
  }
  const mine = row.assignee.id === viewerId;
  if (mine && left <= 0) {
    return (
      <Text size="sm" c="var(--negative)" role="status">
        {t('review.leaseOver')}
      </Text>
    );
  }
  const time = formatCountdown(left);
  return (
    <Text
      size="sm"
      fw={560}
      className="figures"
      c={mine && left < SOON_MS ? 'var(--negative)' : mine ? 'var(--positive)' : 'var(--warn)'}
      data-testid="lease"
    >
      {mine ? t('review.mine', { time }) : t('review.heldBy', { name: row.assignee.name, time })}
    </Text>
  );
}
