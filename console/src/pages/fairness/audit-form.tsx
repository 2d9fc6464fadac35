import { useMutation } from '@apollo/client/react';
import { Alert, Button, Card, Checkbox, Group, MultiSelect, NumberInput, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { t } from '../../i18n/index.ts';
import { RunAuditDocument } from './documents.ts';
import { guessColumns, readTableHead, type TableHead } from './table-head.ts';
import { TableSource } from './table-source.tsx';

interface Choice {
  name: string;
  prediction: string | null;
  label: string | null;
  sensitive: string[];
  favorable: string | null;
  threshold: number;
  intersectional: boolean;
}

const EMPTY: Choice = { name: '', prediction: null, label: null, sensitive: [], favorable: null, threshold: 0.5, intersectional: false };

/** A table, which column is what, and the audit. The table stays in this tab until the audit is asked for, and is not kept by the platform. */
export function AuditForm({ onDone }: { onDone: (id: string) => void }) {
  const [csv, setCsv] = useState('');
  const [head, setHead] = useState<TableHead | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [choice, setChoice] = useState<Choice>(EMPTY);
  const [run, { loading, error }] = useMutation(RunAuditDocument);
  const set = (change: Partial<Choice>) => setChoice((old) => ({ ...old, ...change }));

  const take = async (table: string, name?: string) => {
    setCsv(table);
    setProblem(null);
    setHead(null);
    if (table.trim() === '') return;
    try {
      const read = await readTableHead(table);
      setHead(read);
      setChoice((old) => ({ ...EMPTY, name: name ?? (old.name || t('fairness.defaultName')), ...guessColumns(read.columns) }));
    } catch (cause) {
      const { message } = cause as Error;
      setProblem(message === 'columns' ? t('fairness.noColumns') : message === 'rows' ? t('fairness.noRows') : t('fairness.noTable', { message }));
    }
  };
  const submit = async () => {
    const { name, sensitive, threshold, intersectional } = choice;
    const made = await run({
      variables: {
        input: {
          name,
          csv,
          sensitive,
          threshold,
          intersectional,
          prediction: choice.prediction,
          label: choice.label || null,
          favorable: choice.favorable || null,
        },
      },
    }).catch(() => undefined);
    if (made?.data) onDone(made.data.runFairnessAudit.id);
  };
  const columns = head?.columns.map((column) => column.name) ?? [];
  const values = head?.columns.find((column) => column.name === choice.prediction)?.values ?? [];
  const ready = head !== null && choice.name.trim() !== '' && choice.prediction !== null && choice.sensitive.length > 0;

  return (
    <Card withBorder padding="lg" component="section" aria-label={t('fairness.new')}>
      <Stack gap="md">
        <Title order={2} size="h5">
          {t('fairness.new')}
        </Title>
        <TableSource csv={csv} onTable={(table, name) => void take(table, name)} />
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        {head && (
          <>
            <Text size="xs" c="dimmed" role="status">
              {t('fairness.looked', { columns: columns.length, count: head.rows })}
            </Text>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput label={t('fairness.name')} value={choice.name} onChange={(event) => set({ name: event.currentTarget.value })} />
              <Select
                label={t('fairness.prediction')}
                description={t('fairness.predictionHint')}
                data={columns}
                value={choice.prediction}
                onChange={(prediction) => set({ prediction, favorable: null })}
                searchable
              />
              <MultiSelect
                label={t('fairness.sensitive')}
                description={t('fairness.sensitiveHint')}
                data={columns}
                value={choice.sensitive}
                onChange={(sensitive) => set({ sensitive })}
                maxValues={6}
                searchable
              />
              <Select
                label={t('fairness.label')}
                description={t('fairness.labelHint')}
                data={columns}
                value={choice.label}
                onChange={(label) => set({ label })}
                clearable
                searchable
              />
              <Select
                label={t('fairness.favorable')}
                description={t('fairness.favorableHint')}
                data={values.filter(Boolean)}
                value={choice.favorable}
                onChange={(favorable) => set({ favorable })}
                clearable
              />
              <NumberInput
                label={t('fairness.threshold')}
                description={t('fairness.thresholdHint')}
                min={0}
                max={1}
                step={0.05}
                value={choice.threshold}
                onChange={(value) => set({ threshold: Number(value) || 0 })}
              />
            </SimpleGrid>
            <Checkbox
              label={t('fairness.intersectional')}
              checked={choice.intersectional}
              onChange={(event) => set({ intersectional: event.currentTarget.checked })}
            />
            {error && <FaultNote error={error} />}
            <Group justify="flex-end">
              <Button onClick={() => void submit()} disabled={!ready} loading={loading}>
                {t('fairness.run')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Card>
  );
}
