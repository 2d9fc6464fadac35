import type { ReactNode } from 'react';
import { Group, Stack, Text } from '@mantine/core';
import { Panel } from '../../components/charts/panel.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink, type RowsTarget } from '../../components/tables/rows-link.tsx';
import { t } from '../../i18n/index.ts';
import classes from './breakdown-panel.module.css';

/** One bar. */
export interface BreakdownItem {
  key: string;
  name: ReactNode;
  count: number;
  averageScore?: number | null;
  negativeShare?: number | null;
  /** Where its rows are; absent when no list can be filtered that way. */
  link?: RowsTarget;
  /** A colour of the theme in place of the usual one. */
  tone?: 'negative' | 'neutral' | 'positive';
}

/**
 * A breakdown as bars of plain elements: the whole is a list that everybody can read, each row leads to what is behind it, and the
 * darker part of a bar is the negative share.
 */
export function BreakdownPanel({ title, note, file, items }: { title: string; note?: string; file: string; items: BreakdownItem[] }) {
  const most = Math.max(1, ...items.map((item) => item.count));
  return (
    <Panel
      title={title}
      note={note}
      data={{
        file,
        header: ['key', 'count', 'averageScore', 'negativeShare'],
        rows: items.map((item) => [item.key, item.count, item.averageScore, item.negativeShare]),
      }}
    >
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('insight.breakdown.none')}
        </Text>
      )}
      <Stack component="ul" gap={10} className={classes['list']}>
        {items.map((item) => (
          <li key={item.key}>
            <Group justify="space-between" gap="xs" wrap="nowrap" mb={3}>
              {item.link ? (
                <RowsLink {...item.link} size="sm" c="inherit" fw={500} lineClamp={1}>
                  {item.name}
                </RowsLink>
              ) : (
                <Text size="sm" fw={500} lineClamp={1}>
                  {item.name}
                </Text>
              )}
              <Text size="sm" c="dimmed" className={classes['figures']}>
                <b>{format.number(item.count)}</b>
                {item.negativeShare != null && <span title={t('insight.breakdown.negativeShare')}> · {format.share(item.negativeShare)}</span>}
              </Text>
            </Group>
            <div className={classes['track']} aria-hidden>
              <div
                className={classes['bar']}
                style={{ width: `${(item.count / most) * 100}%`, ...(item.tone && { background: `var(--${item.tone})` }) }}
              >
                <div className={classes['negative']} style={{ width: `${(item.negativeShare ?? 0) * 100}%` }} />
              </div>
            </div>
          </li>
        ))}
      </Stack>
    </Panel>
  );
}
