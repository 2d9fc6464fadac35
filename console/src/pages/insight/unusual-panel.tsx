import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useState } from 'react';
import { Panel } from '../../components/charts/panel.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { t } from '../../i18n/index.ts';
import { showValue, type Unusual } from './unusual.ts';
import type { ResolvedView } from './view.ts';

const FEW = 5;
/** Up is good, bad, or neither. */
const GOOD_IS_UP: Record<Unusual['metric'], boolean | null> = {
  INTERACTIONS: null,
  NEGATIVE_SHARE: false,
  AVERAGE_SCORE: true,
  RESPONSE_TIME: false,
  OPEN_REVIEWS: false,
};

/** What its own past does not explain, in plain words; each leads to the rows behind it. */
export function UnusualPanel(props: {
  found: readonly Unusual[] | undefined;
  view: ResolvedView;
  rowsOf: (at: string, metric: Unusual['metric']) => { to: string; search: object } | undefined;
}) {
  const { found, view, rowsOf } = props;
  const [all, setAll] = useState(false);
  if (!found) return null;
  const shown = all ? found : found.slice(0, FEW);
  return (
    <Panel
      title={t('insight.unusual.title')}
      note={t('insight.unusual.note')}
      data={{
        file: 'unusual',
        header: ['at', 'metric', 'value', 'expected', 'low', 'high', 'severity'],
        rows: found.map((one) => [one.at, one.metric, one.value, one.expected, one.low, one.high, one.severity]),
      }}
    >
      {found.length === 0 && (
        <Text size="sm" c="dimmed" data-unusual="none">
          {t('insight.unusual.none')}
        </Text>
      )}
      <Stack component="ul" gap={8} m={0} p={0} style={{ listStyle: 'none' }}>
        {shown.map((one) => (
          <Row key={`${one.metric} ${one.at}`} one={one} view={view} target={rowsOf(one.at, one.metric)} />
        ))}
      </Stack>
      {found.length > FEW && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(!all)}>
          {all ? t('insight.unusual.fewer') : t('insight.unusual.more', { count: found.length - FEW })}
        </Button>
      )}
    </Panel>
  );
}

function Row({ one, view, target }: { one: Unusual; view: ResolvedView; target: { to: string; search: object } | undefined }) {
  const { metric, at, value, expected, low, high, severity } = one;
  const up = value > expected;
  const good = GOOD_IS_UP[metric];
  const color = good === null ? 'var(--quiet)' : up === good ? 'var(--positive)' : 'var(--negative)';
  const Icon = up ? IconArrowUpRight : IconArrowDownRight;
  const when = format.bucket(at, view.interval, view.timezone);
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start" data-unusual={metric}>
      <Icon size={18} color={color} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">
          {target ? (
            <RowsLink to={target.to as never} search={target.search} size="sm" fw={600}>
              {when}
            </RowsLink>
          ) : (
            <b>{when}</b>
          )}{' '}
          {t(`insight.unusual.metric.${metric}`)} <b className="figures">{showValue(metric, value)}</b>
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {t('insight.unusual.usual', { low: showValue(metric, low), high: showValue(metric, high), expected: showValue(metric, expected) })}
        </Text>
      </div>
      <Badge
        variant="light"
        color="gray"
        tt="none"
        fw={540}
        title={t('insight.unusual.severityHint')}
        style={{ flexShrink: 0, color: 'var(--quiet)' }}
      >
        {t('insight.unusual.severity', { value: format.number(severity, 1) })}
      </Badge>
    </Group>
  );
}
