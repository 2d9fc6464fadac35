import { Card, Group, SimpleGrid, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from '../../i18n/index.ts';
import classes from './kpi-tiles.module.css';

/** One figure of the first row. */
export interface Tile {
  id: string;
  label: string;
  value: string;
  /** A second figure, small. */
  detail?: string;
  /** Now and in the range before, to tell which way it goes. */
  change?: { now: number | null | undefined; before: number | null | undefined; goodIsUp: boolean | null; show: (by: number) => string };
  /** The rows behind the figure; absent while no page lists them. */
  to?: string;
  search?: Record<string, unknown>;
}

/** The first row: a tile opens the rows behind it, where a page lists them. */
export function KpiTiles({ tiles }: { tiles: Tile[] }) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      {tiles.map((tile) => (
        <Card
          key={tile.id}
          withBorder
          padding="sm"
          radius="md"
          {...(tile.to && { component: Link, to: tile.to, search: (tile.search ?? {}) as never, className: classes['tile'] })}
          data-tile={tile.id}
        >
          <Text size="xs" c="dimmed" fw={600} lineClamp={1}>
            {tile.label}
          </Text>
          <Text className={classes['value']}>{tile.value}</Text>
          <Group gap={6} mih={20} wrap="nowrap">
            {tile.change && <Change {...tile.change} />}
            {tile.detail && (
              <Text size="xs" c="dimmed" lineClamp={1}>
                {tile.detail}
              </Text>
            )}
          </Group>
        </Card>
      ))}
    </SimpleGrid>
  );
}

function Change({ now, before, goodIsUp, show }: NonNullable<Tile['change']>) {
  if (now == null || before == null) return null;
  const by = now - before;
  const flat = Math.abs(by) < 1e-9;
  const color = flat || goodIsUp === null ? 'dimmed' : by > 0 === goodIsUp ? 'var(--positive)' : 'var(--negative)';
  const Icon = flat ? IconMinus : by > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <Group gap={2} wrap="nowrap" c={color} title={t('insight.changeHint')}>
      <Icon size={14} aria-hidden />
      <Text size="xs" fw={600} component="span">
        {show(by)}
      </Text>
    </Group>
  );
}
