import { Table, Text, Tooltip } from '@mantine/core';
import { Panel } from '../../components/charts/panel.tsx';
import { format } from '../../components/tables/format.ts';
import type { AuditPartsFragment, AuditQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import classes from './fairness.module.css';
import { metricWord } from './plain-words.ts';
import { VerdictBadge } from './verdict-badge.tsx';

const at = (value: number) => `${Math.min(1, Math.max(0, value)) * 100}%`;

/** Every metric with its interval and the line it is judged by, and the tests behind. */
export function MetricsPanel({
  metrics,
  tests,
  definitions,
}: Pick<AuditPartsFragment, 'metrics' | 'tests'> & { definitions: AuditQuery['fairnessMetricDefinitions'] }) {
  const meaning = new Map(definitions.map((one) => [one.name, `${one.description} ${one.formula}`]));
  return (
    <Panel
      title={t('fairness.metrics')}
      note={t('fairness.metricsNote')}
      data={{
        file: 'fairness-metrics',
        header: ['metric', 'attribute', 'value', 'low', 'high', 'threshold', 'worstGroup', 'bestGroup', 'verdict'],
        rows: metrics.map((one) => [
          one.name,
          one.attribute,
          one.value,
          one.low,
          one.high,
          one.threshold,
          one.worstGroup,
          one.bestGroup,
          one.verdict,
        ]),
      }}
    >
      <Table.ScrollContainer minWidth={640}>
        <Table fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('fairness.metricName')}</Table.Th>
              <Table.Th>{t('fairness.attribute')}</Table.Th>
              <Table.Th ta="right">{t('fairness.value')}</Table.Th>
              <Table.Th>{t('fairness.picture')}</Table.Th>
              <Table.Th>{t('fairness.verdictName')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {metrics.map((metric) => (
              <Table.Tr key={`${metric.name}${metric.attribute}`}>
                <Table.Td>
                  <Tooltip label={meaning.get(metric.name) ?? metric.name} multiline maw={360} events={{ hover: true, focus: true, touch: true }}>
                    <Text size="sm" component="span" tabIndex={0} td="underline dotted">
                      {metricWord(metric.name)}
                    </Text>
                  </Tooltip>
                </Table.Td>
                <Table.Td>{metric.attribute}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {format.number(metric.value, 3)}
                  {metric.low != null && metric.high != null && (
                    <Text size="xs" c="dimmed">
                      {t('fairness.interval', { low: format.number(metric.low, 3), high: format.number(metric.high, 3) })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <div className={classes['scale']} aria-hidden>
                    {metric.low != null && metric.high != null && (
                      <div className={classes['range']} style={{ left: at(metric.low), width: at(metric.high - metric.low) }} />
                    )}
                    <div className={classes['dot']} style={{ left: at(metric.value) }} />
                    {metric.threshold != null && <div className={classes['line']} style={{ left: at(metric.threshold) }} />}
                  </div>
                </Table.Td>
                <Table.Td>
                  <VerdictBadge verdict={metric.verdict} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {tests.map((test) => (
        <Text key={`${test.name}${test.attribute}`} size="xs" c="dimmed" mt={4}>
          {t('fairness.test', {
            name: test.name.replaceAll('_', ' '),
            attribute: test.attribute,
            statistic: format.number(test.statistic, 2),
            p: chance(test.adjustedPValue ?? test.pValue),
          })}
        </Text>
      ))}
    </Panel>
  );
}

const chance = (p: number) => (p < 0.001 ? '< 0.001' : `= ${format.number(p, 3)}`);
