import { useQuery } from '@apollo/client/react';
import { Skeleton, Stack } from '@mantine/core';
import { IconCpu } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { t } from '../../i18n/index.ts';
import { ModelsDocument } from './documents.ts';
import { ModelPanel } from './model-panel.tsx';
import { TrainingPanel } from './training-panel.tsx';

const EVERY_MS = 10_000;

/** The models that answer, what was measured of them, and how they fare right now. */
export default function ModelsPage() {
  const { data, error, refetch } = useQuery(ModelsDocument, { pollInterval: EVERY_MS });
  return (
    <Page title={t('models.title')} lead={t('models.lead')}>
      <Stack gap="md">
        {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
        {!data && !error && <Skeleton height={420} />}
        {data?.models.length === 0 && <EmptyState icon={IconCpu} title={t('models.none')} text={t('models.noneText')} />}
        {data?.models.map((model) => (
          <ModelPanel key={model.name} model={model} onChanged={() => void refetch().catch(() => undefined)} />
        ))}
        {data?.models[0] && <TrainingPanel model={data.models[0].name} onMade={() => void refetch().catch(() => undefined)} />}
      </Stack>
    </Page>
  );
}
