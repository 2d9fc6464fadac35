import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useViewer } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { Secret } from '../../components/secret.tsx';
import { t } from '../../i18n/index.ts';
import { CreateApiClientDocument } from './documents.ts';

/** Adds a program with some of the viewer's own rights, and shows its secret, which is not to be had again. */
export function CreateClientForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const viewer = useViewer();
  const [create, { loading, error }] = useMutation(CreateApiClientDocument);
  const [made, setMade] = useState<{ clientId: string; clientSecret: string } | null>(null);
  const form = useForm({
    initialValues: { name: '', scopes: [] as string[] },
    validate: {
      name: (name) => (name.trim() === '' ? t('users.needClientName') : null),
      scopes: (scopes) => (scopes.length === 0 ? t('users.needScope') : null),
    },
  });
  const submit = form.onSubmit(async ({ name, scopes }) => {
    const answer = await create({ variables: { input: { name: name.trim(), scopes } } }).catch(() => undefined);
    if (!answer?.data) return;
    setMade(answer.data.createApiClient);
    onDone();
  });
  return (
    <Modal opened onClose={onClose} title={t('users.newClient')} size="lg" closeButtonProps={{ 'aria-label': t('shell.close') }}>
      {made && (
        <Stack gap="sm">
          <Text size="sm">{t('users.secretText')}</Text>
          <Text size="sm" fw={600}>
            {t('users.clientId')}
          </Text>
          <Secret value={made.clientId} label={t('users.clientId')} />
          <Text size="sm" fw={600}>
            {t('users.clientSecret')}
          </Text>
          <Secret value={made.clientSecret} label={t('users.clientSecret')} />
          <Button onClick={onClose}>{t('users.secretKept')}</Button>
        </Stack>
      )}
      {!made && (
        <form onSubmit={submit} noValidate>
          <Stack gap="sm">
            {error && <FaultNote error={error} />}
            <TextInput label={t('users.name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
            <Checkbox.Group label={t('users.scopes')} description={t('users.scopesHint')} {...form.getInputProps('scopes')}>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" my="xs">
                {viewer.scopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={scope} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
            <Button type="submit" loading={loading}>
              {t('users.create')}
            </Button>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
