import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { SentimentBadge } from '../../components/sentiment-badge.tsx';
import { format } from '../../components/tables/format.ts';
import { reasonWord } from '../../components/tables/words.ts';
import type { ReviewListQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import classes from '../interactions/interaction-row.module.css';

type Row = ReviewListQuery['reviewQueue']['edges'][number]['node'];

/** Height of a row in pixels, as the interactions' rows have it. */
export const ROW_HEIGHT = 64;

/** One review, as a link to it. */
export const ReviewRow = memo(function ReviewRow({ row }: { row: Row }) {
  const { id, status, reasons, createdAt, decision, interaction } = row;
  const { customer, sentiment } = interaction;
  return (
    <Link to="/review" search={{ item: id }} preload={false} className={classes['row']}>
      <div className={classes['who']}>
        <Text size="sm" fw={600} truncate>
          {customer.name ?? customer.id}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {decision ? t('reviews.statusBy', { status: t(`review.status.${status}`), name: decision.by.name }) : t(`review.status.${status}`)}
        </Text>
      </div>
      <div className={classes['words']}>
        <Text size="sm" truncate dir="auto">
          {interaction.redactedText}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {reasons.map(reasonWord).join(', ')}
        </Text>
      </div>
      <div className={classes['feel']}>
        <SentimentBadge label={sentiment?.label} score={sentiment?.score} />
        <Text size="xs" c="dimmed" component="time" dateTime={decision?.at ?? createdAt}>
          {format.dateTime(decision?.at ?? createdAt)}
        </Text>
      </div>
    </Link>
  );
});
