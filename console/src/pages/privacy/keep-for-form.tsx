import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FaultNote } from '../../components/fault-note.tsx';
import { t } from '../../i18n/index.ts';
import { readKeepFor, type Unit, UNITS, writeKeepFor } from './keep-for.ts';
import { SetRetentionDocument } from './retention-documents.ts';
import type { Kind } from './retention-panel.tsx';

/** Sets how long one kind of data is kept. The platform says when that is too short. */
export function KeepForForm({ kind, now, onClose, onDone }: { kind: Kind; now: string | undefined; onClose: () => void; onDone: () => void }) {
  const [save, { loading, error }] = useMutation(SetRetentionDocument);
  const form = useForm({
    initialValues: ((now && readKeepFor(now)) || { count: 1, unit: 'Y' }) as { count: number | string; unit: Unit },
    validate: { count: (count) => (Number.isInteger(count) && Number(count) > 0 ? null : t('privacy.retention.needCount')) },
  });
  const submit = form.onSubmit(async ({ count, unit }) => {
    const made = await save({ variables: { input: { data: kind, keepFor: writeKeepFor(Number(count), unit) } } }).catch(() => undefined);
    if (!made?.data) return;
    onDone();
    onClose();
  });
  const title = t('privacy.retention.changeOf', { kind: t(`privacy.retention.kind.${kind}`) });
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {error && <FaultNote error={error} />}
          <Group grow align="flex-start">
            <NumberInput label={t('privacy.retention.howLong')} min={1} allowDecimal={false} data-autofocus {...form.getInputProps('count')} />
            <Select
              label={t('privacy.retention.unit')}
              data={UNITS.map((value) => ({ value, label: t(`privacy.retention.units.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps('unit')}
            />
          </Group>
          <Text size="xs" c="dimmed">
            {t('privacy.retention.later')}
          </Text>
          <Button type="submit" loading={loading}>
            {t('privacy.retention.save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
