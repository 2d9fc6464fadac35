import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { Secret } from '../../components/secret.tsx';
import type { Comparison, Metric } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { SetAlertRuleDocument } from './alert-documents.ts';

const METRICS: Metric[] = ['INTERACTIONS', 'NEGATIVE_SHARE', 'AVERAGE_SCORE', 'RESPONSE_TIME', 'REVIEW_TIME', 'APPROVAL_RATE', 'OPEN_REVIEWS'];
const COMPARISONS: Comparison[] = ['ABOVE', 'BELOW'];
const WINDOWS = ['PT15M', 'PT1H', 'P1D', 'P7D'] as const;

/** Sets a rule by its name. Where it has a webhook, the secret that its messages are signed with is shown once. */
export function AlertRuleForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [save, { loading, error }] = useMutation(SetAlertRuleDocument);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: {
      name: '',
      metric: 'NEGATIVE_SHARE' as Metric,
      comparison: 'ABOVE' as Comparison,
      threshold: 0.5 as number | string,
      window: 'PT1H',
      webhookUrl: '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('insight.alerts.needName') : null),
      threshold: (value) => (typeof value === 'number' ? null : t('insight.alerts.needNumber')),
    },
  });
  const submit = form.onSubmit(async ({ webhookUrl, threshold, name, ...rest }) => {
    const input = { ...rest, name: name.trim(), threshold: Number(threshold), ...(webhookUrl.trim() && { webhookUrl: webhookUrl.trim() }) };
    const made = await save({ variables: { input } }).catch(() => undefined);
    if (!made?.data) return;
    onDone();
    const told = made.data.setAlertRule.webhookSecret;
    if (told) setSecret(told);
    else onClose();
  });
  return (
    <Modal opened onClose={onClose} title={t('insight.alerts.add')} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      {secret !== null && (
        <Stack gap="sm">
          <Text size="sm">{t('insight.alerts.secret')}</Text>
          <Secret value={secret} label={t('insight.alerts.secretLabel')} />
          <Button onClick={onClose}>{t('shell.close')}</Button>
        </Stack>
      )}
      {secret === null && (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            {error && <FaultNote error={error} />}
            <TextInput
              label={t('insight.alerts.name')}
              description={t('insight.alerts.nameHint')}
              data-autofocus
              autoComplete="off"
              {...form.getInputProps('name')}
            />
            <Select
              label={t('insight.alerts.what')}
              data={METRICS.map((value) => ({ value, label: t(`insight.alerts.metric.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('metric')}
            />
            <Group grow align="flex-start">
              <Select
                label={t('insight.alerts.when')}
                data={COMPARISONS.map((value) => ({ value, label: t(`insight.alerts.comparison.${value}`) }))}
                allowDeselect={false}
                {...form.getInputProps('comparison')}
              />
              <NumberInput label={t('insight.alerts.threshold')} step={0.1} {...form.getInputProps('threshold')} />
            </Group>
            <Text size="xs" c="dimmed">
              {t(`insight.alerts.unit.${form.values.metric}`)}
            </Text>
            <Select
              label={t('insight.alerts.window')}
              data={WINDOWS.map((value) => ({ value, label: t(`insight.alerts.windows.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('window')}
            />
            <TextInput
              label={t('insight.alerts.webhook')}
              description={t('insight.alerts.webhookHint')}
              autoComplete="off"
              {...form.getInputProps('webhookUrl')}
            />
            <Button type="submit" loading={loading}>
              {t('insight.alerts.save')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
