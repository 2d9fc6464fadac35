import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { SentimentBadge } from '../../components/sentiment-badge.tsx';
import { format } from '../../components/tables/format.ts';
import { channelWord } from '../../components/tables/words.ts';
import classes from './interaction-row.module.css';

/** What a row shows. */
export interface RowData {
  id: string;
  channel: string;
  language: string;
  receivedAt: string;
  redactedText: string;
  customer: { id: string; name?: string | null };
  sentiment?: { label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE'; score: number } | null;
}

/** Height of a row in pixels: two lines of text at most. */
export const ROW_HEIGHT = 64;

/** One message, as a link to all about it. */
export const InteractionRow = memo(function InteractionRow({ row }: { row: RowData }) {
  return (
    <Link to="/interactions/$id" params={{ id: row.id }} preload={false} className={classes['row']}>
      <div className={classes['who']}>
        <Text size="sm" fw={600} truncate>
          {row.customer.name ?? row.customer.id}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {channelWord(row.channel)} · {row.language}
        </Text>
      </div>
      <Text size="sm" lineClamp={2} dir="auto" className={classes['words']}>
        {row.redactedText}
      </Text>
      <div className={classes['feel']}>
        <SentimentBadge label={row.sentiment?.label} score={row.sentiment?.score} />
        <Text size="xs" c="dimmed" component="time" dateTime={row.receivedAt}>
          {format.dateTime(row.receivedAt)}
        </Text>
      </div>
    </Link>
  );
});
