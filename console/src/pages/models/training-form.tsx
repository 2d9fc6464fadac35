import { useMutation } from '@apollo/client/react';
import { Button, Group, NumberInput, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { t } from '../../i18n/index.ts';
import { StartRunDocument } from './training-documents.ts';

const DATASETS = ['corrections', 'open-sets'] as const;
const MOST = { epochs: 10, workers: 16 };

/** Asks for a training run. What a data set has no use for is not asked. */
export function TrainingForm({ model, onStarted }: { model: string; onStarted: () => void }) {
  const [dataset, setDataset] = useState<(typeof DATASETS)[number]>('corrections');
  const [epochs, setEpochs] = useState<number | string>(1);
  const [workers, setWorkers] = useState<number | string>(1);
  const [withCorrections, setWithCorrections] = useState(true);
  const [start, { loading, error }] = useMutation(StartRunDocument);
  const anew = dataset === 'open-sets';
  const run = async () => {
    const more = anew ? { epochs: Number(epochs) || 0, workers: Number(workers) || 0, useReviewCorrections: withCorrections } : {};
    const { data } = await start({ variables: { input: { model, dataset, ...more } } });
    if (data) onStarted();
  };
  return (
    <Stack gap="sm" component="form" onSubmit={(event) => (event.preventDefault(), void run().catch(() => undefined))}>
      <SegmentedControl
        aria-label={t('models.learnFrom')}
        value={dataset}
        onChange={(value) => setDataset(value as typeof dataset)}
        data={DATASETS.map((value) => ({ value, label: t(`models.dataset.${value}`) }))}
        w="fit-content"
      />
      <Text size="sm" c="dimmed" maw={720}>
        {t(`models.about.${dataset}`)}
      </Text>
      {anew && (
        <Group align="end" gap="md">
          <NumberInput label={t('models.epochs')} value={epochs} onChange={setEpochs} min={1} max={MOST.epochs} allowDecimal={false} w={180} />
          <NumberInput label={t('models.workers')} value={workers} onChange={setWorkers} min={1} max={MOST.workers} allowDecimal={false} w={140} />
          <Switch
            label={t('models.withCorrections')}
            checked={withCorrections}
            onChange={(event) => setWithCorrections(event.currentTarget.checked)}
            pb={8}
          />
        </Group>
      )}
      {error && <FaultNote error={error} />}
      <Group>
        <Button type="submit" size="xs" loading={loading}>
          {t('models.train')}
        </Button>
      </Group>
    </Stack>
  );
}
