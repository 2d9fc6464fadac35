import { useMutation } from '@apollo/client/react';
import { Badge, Button, Card, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import type { RunPartsFragment } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { readMetrics } from './metrics.ts';
import { CancelRunDocument } from './training-documents.ts';
import { isOver, useRun } from './use-run.ts';

const TONES = { QUEUED: 'neutral', RUNNING: 'warn', SUCCEEDED: 'positive', FAILED: 'negative', CANCELLED: 'neutral' } as const;

/** One training run: how far it is while it runs, then what it made or why it made nothing. */
export function TrainingRun({ run: given, onOver }: { run: RunPartsFragment; onOver: () => void }) {
  const run = useRun(given, onOver);
  const may = useCan('models:write');
  const [cancel, { loading, error }] = useMutation(CancelRunDocument);
  const { id, dataset, epochs, workers, useReviewCorrections, status, progress, epoch, result, note } = run;
  const title = t(`models.dataset.${dataset}` as 'models.dataset.corrections');
  const figures = readMetrics(run.metrics);
  return (
    <Card withBorder padding="md" data-run={id} data-status={status}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap={8}>
            <Text fw={600} size="sm">
              {title}
            </Text>
            <Badge variant="light" style={{ background: `var(--${TONES[status]}-soft)`, color: `var(--${TONES[status]})` }}>
              {t(`models.run.${status}`)}
            </Badge>
            <TimeAgo at={run.finishedAt ?? run.startedAt ?? run.createdAt} />
          </Group>
          {!isOver(run) && may && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('models.cancelOf', { title })}
              loading={loading}
              onClick={() => void cancel({ variables: { id } }).catch(() => undefined)}
            >
              {t('models.cancel')}
            </Button>
          )}
        </Group>
        {dataset !== 'corrections' && (
          <Text size="xs" c="dimmed" className="figures">
            {t(useReviewCorrections ? 'models.planWithCorrections' : 'models.plan', { epoch, epochs, workers })}
          </Text>
        )}
        {!isOver(run) && (
          <Progress value={100 * progress} color="var(--warn)" aria-label={t('models.progressOf', { title, share: format.share(progress) })} />
        )}
        <Text size="xs" aria-live="polite" hidden={!note && !result && !run.error}>
          {run.error ?? (result ? t('models.made', { version: result.version }) : note)}
        </Text>
        {figures.length > 0 && (
          <details open={status === 'RUNNING'}>
            <summary>
              <Text size="xs" component="span">
                {t('models.runFigures', { count: figures.length })}
              </Text>
            </summary>
            <Table fz="xs">
              <Table.Tbody>
                {figures.map(({ figure, value }) => (
                  <Table.Tr key={figure}>
                    <Table.Td>{figure}</Table.Td>
                    <Table.Td ta="right" className="figures">
                      {format.number(value, 4)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </details>
        )}
        {error && <FaultNote error={error} />}
      </Stack>
    </Card>
  );
}
