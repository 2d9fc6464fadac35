import { Group, Text, UnstyledButton } from '@mantine/core';
import {
  IconLock,
  IconMessage2,
  type IconProps,
  IconMail,
  IconMessages,
  IconPhone,
  IconStar,
  IconTicket,
  IconWorld,
  IconClipboardList,
} from '@tabler/icons-react';
import { type ComponentType, memo } from 'react';
import { SentimentBadge } from '../../components/sentiment-badge.tsx';
import { formatAgo } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import type { Row } from './queue-state.ts';
import styles from './review.module.css';

const CHANNELS: Record<string, ComponentType<IconProps>> = {
  EMAIL: IconMail,
  CHAT: IconMessages,
  PHONE: IconPhone,
  SOCIAL: IconWorld,
  REVIEW: IconStar,
  SURVEY: IconClipboardList,
  TICKET: IconTicket,
};

/** One item of the queue: whose it is, how it sounds, how urgent it is, and who has it. */
export const QueueRow = memo(function QueueRow(props: { row: Row; selected: boolean; viewerId: string; now: number; onOpen: (id: string) => void }) {
  const { row, selected, viewerId, now, onOpen } = props;
  const { interaction, assignee, status } = row;
  const Channel = CHANNELS[interaction.channel] ?? IconMessage2;
  const isLate = row.snoozedUntil == null && (row.overdue || Date.parse(row.dueAt) < now);
  return (
    <UnstyledButton
      className={styles['row']}
      data-priority={row.priority}
      data-item={row.id}
      aria-current={selected}
      tabIndex={selected ? 0 : -1}
      onClick={() => onOpen(row.id)}
    >
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={580} truncate dir="auto">
          {interaction.customer.name ?? interaction.customer.id}
        </Text>
        <Text size="xs" c={isLate ? 'var(--negative)' : 'dimmed'} fw={isLate ? 600 : 400} className="figures" style={{ flexShrink: 0 }}>
          {row.snoozedUntil
            ? t('review.snoozedUntil', { time: formatAgo(row.snoozedUntil, now) })
            : isLate
              ? t('review.overdue')
              : t('review.due', { time: formatAgo(row.dueAt, now) })}
        </Text>
      </Group>
      <span className={styles['snippet']} dir="auto">
        {interaction.redactedText.slice(0, 240)}
      </span>
      <Group gap={8} wrap="nowrap">
        <SentimentBadge label={interaction.sentiment?.label} score={interaction.sentiment?.score ?? null} />
        <Channel size={15} stroke={1.6} aria-label={t(`shell.channel.${interaction.channel}`)} color="var(--quiet)" />
        <Text size="xs" c="dimmed">
          {t(`review.priority.${row.priority}`)}
        </Text>
        {status === 'ESCALATED' && (
          <Text size="xs" fw={600} c="var(--warn)">
            {t('review.status.ESCALATED')}
          </Text>
        )}
        {assignee && (
          <Group gap={3} wrap="nowrap" ml="auto" title={assignee.name} style={{ minWidth: 0 }}>
            <IconLock size={13} color="var(--quiet)" />
            <Text size="xs" truncate fw={assignee.id === viewerId ? 600 : 400} c={assignee.id === viewerId ? 'brand' : 'dimmed'}>
              {assignee.id === viewerId ? t('review.filters.mine') : assignee.name}
            </Text>
          </Group>
        )}
      </Group>
    </UnstyledButton>
  );
});
