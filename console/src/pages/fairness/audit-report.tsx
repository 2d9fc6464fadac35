import { useQuery } from '@apollo/client/react';
import { Button, Card, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconScale } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';
import { AuditDocument } from './documents.ts';
import { GroupsPanel } from './groups-panel.tsx';
import { MetricsPanel } from './metrics-panel.tsx';
import { inPlainWords, metricWord } from './plain-words.ts';
import { VerdictBadge } from './verdict-badge.tsx';

/** What an audit found: first in words, then the groups, then every metric. */
export function AuditReport({ id, onBack }: { id: string; onBack: () => void }) {
  const { data, error, refetch } = useQuery(AuditDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  const audit = data?.fairnessAudit;
  const worries = audit?.metrics.filter((metric) => metric.verdict !== 'PASS') ?? [];
  const attributes = [...new Set(audit?.groups.map((group) => group.attribute))];
  return (
    <Stack gap="md" data-audit={audit?.id}>
      <Button variant="subtle" w="fit-content" size="xs" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
        {t('fairness.back')}
      </Button>
      {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
      {!data && !error && <Skeleton height={420} />}
      {data && !audit && <EmptyState icon={IconScale} title={t('fairness.notFound')} text={id} />}
      {audit && (
        <>
          <Card withBorder padding="lg">
            <Group justify="space-between" mb="xs">
              <Title order={2} size="h4">
                {audit.name}
              </Title>
              <VerdictBadge verdict={audit.verdict} />
            </Group>
            <Text size="xs" c="dimmed" mb="sm">
              {t('fairness.rowsAt', { count: audit.rows, time: format.dateTime(audit.createdAt) })}
            </Text>
            {audit.verdict && <Text fw={600}>{t(`fairness.summary.${audit.verdict}`)}</Text>}
            {worries.length > 0 && (
              <List size="sm" mt="xs" spacing={6}>
                {worries.map((metric) => (
                  <List.Item key={`${metric.name}${metric.attribute}`}>
                    <b>{metricWord(metric.name)}.</b> {inPlainWords(metric)}
                  </List.Item>
                ))}
              </List>
            )}
            <Text size="xs" c="dimmed" mt="md">
              {t('fairness.noAdvice')}
            </Text>
          </Card>
          {attributes.map((attribute) => (
            <GroupsPanel key={attribute} attribute={attribute} groups={audit.groups.filter((group) => group.attribute === attribute)} />
          ))}
          <MetricsPanel metrics={audit.metrics} tests={audit.tests} definitions={data.fairnessMetricDefinitions} />
        </>
      )}
    </Stack>
  );
}
