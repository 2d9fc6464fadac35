import { Alert, Badge, Card, Grid, Group, Select, SimpleGrid, Tabs, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { format } from '../../components/tables/format.ts';
import type { ModelsQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { MetricsTable } from './metrics-table.tsx';
import { readMetrics } from './metrics.ts';
import { ModelCard } from './model-card.tsx';
import { Routing } from './routing.tsx';

/** One model: its live version, its use, and for each version the card and the figures. */
export function ModelPanel({ model, onChanged }: { model: ModelsQuery['models'][number]; onChanged: () => void }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const version = model.versions.find((one) => one.version === (chosen ?? model.live?.version)) ?? model.versions[0];
  const { stats } = model;
  const errorShare = stats.requests > 0 ? stats.errors / stats.requests : null;
  const figures: [string, string][] = [
    [t('models.requests'), format.number(stats.requests)],
    [t('models.errors'), errorShare === null ? format.number(stats.errors) : `${format.number(stats.errors)} (${format.share(errorShare)})`],
    [t('models.p50'), stats.p50Ms == null ? '–' : `${format.number(stats.p50Ms, 1)} ms`],
    [t('models.p99'), stats.p99Ms == null ? '–' : `${format.number(stats.p99Ms, 1)} ms`],
    [t('models.batch'), format.number(stats.meanBatchSize, 1)],
  ];
  return (
    <Card withBorder padding="lg" component="section" aria-label={model.name} data-model={model.name}>
      <Group justify="space-between" mb="md" gap="sm">
        <Group gap="sm">
          <Title order={2} size="h4">
            {model.name}
          </Title>
          <Badge variant="default" tt="none">
            {model.task}
          </Badge>
          {model.live && (
            <Badge variant="light" tt="none" style={{ background: 'var(--positive-soft)', color: 'var(--positive)' }}>
              {t('models.live', { version: model.live.version })}
            </Badge>
          )}
          {model.canary && (
            <Badge variant="light" tt="none" style={{ background: 'var(--warn-soft)', color: 'var(--warn)' }}>
              {t('models.canaryOf', { version: model.canary.version, percent: model.canaryPercent ?? 0 })}
            </Badge>
          )}
        </Group>
        <Select
          size="xs"
          w={220}
          aria-label={t('models.version')}
          allowDeselect={false}
          value={version?.version ?? null}
          onChange={setChosen}
          data={model.versions.map((one) => ({ value: one.version, label: `${one.version} · ${format.day(one.createdAt)}` }))}
        />
      </Group>
      {model.problems.length > 0 && (
        <Alert variant="default" icon={<IconAlertTriangle size={18} color="var(--warn)" />} title={t('models.problems')} mb="md">
          {model.problems.map((problem) => (
            <Text key={problem.version} size="sm">
              {t(problem.deployed ? 'models.problemOfDeployed' : 'models.problemOf', { version: problem.version, message: problem.message })}
            </Text>
          ))}
          <Text size="xs" c="dimmed">
            {t('models.problemsNote')}
          </Text>
        </Alert>
      )}
      <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} mb="xs">
        {figures.map(([name, value]) => (
          <div key={name}>
            <Text size="xs" c="dimmed">
              {name}
            </Text>
            <Text fw={700} size="lg" className="figures">
              {value}
            </Text>
          </div>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mb="md">
        {t('models.statsNote')}
      </Text>
      <Routing key={version?.version} model={model} version={version?.version} onChanged={onChanged} />
      {version && (
        <Tabs defaultValue="figures" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="figures">{t('models.figures')}</Tabs.Tab>
            <Tabs.Tab value="card">{t('models.card')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="figures" pt="md">
            <Grid>
              <Grid.Col span={12}>
                <Text size="sm" c="dimmed" mb="sm">
                  {t('models.file', { format: version.format, size: format.bytes(version.sizeBytes), day: format.day(version.createdAt) })}
                </Text>
                <MetricsTable figures={readMetrics(version.metrics)} />
              </Grid.Col>
            </Grid>
          </Tabs.Panel>
          <Tabs.Panel value="card" pt="md">
            <ModelCard markdown={version.modelCard} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Card>
  );
}
