import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { RunsDocument } from './training-documents.ts';
import { TrainingForm } from './training-form.tsx';
import { TrainingRun } from './training-run.tsx';

/** Training runs of the tenant, the newest first, and a form for another. */
export function TrainingPanel({ model, onMade }: { model: string; onMade: () => void }) {
  const may = useCan('models:write');
  const runs = usePages(RunsDocument, {}, { size: 5, pick: (page) => page.trainingJobs });
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('models.training')}>
      <Title order={2} size="h5" mb="sm">
        {t('models.training')}
      </Title>
      <Stack gap="md">
        {may ? (
          <TrainingForm model={model} onStarted={runs.reload} />
        ) : (
          <Text size="sm" c="dimmed">
            {t('models.mayNotTrain')}
          </Text>
        )}
        {runs.error !== null && <FaultNote error={runs.error} onRetry={runs.reload} />}
        {runs.items.length === 0 && !runs.loading && runs.error === null && (
          <Text size="sm" c="dimmed">
            {t('models.noRuns')}
          </Text>
        )}
        {runs.items.map((run) => (
          <TrainingRun key={run.id} run={run} onOver={onMade} />
        ))}
        {runs.hasMore && (
          <Button size="xs" variant="default" onClick={runs.more} w="fit-content">
            {t('models.moreRuns')}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
