import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FaultNote } from '../../components/fault-note.tsx';
import { t } from '../../i18n/index.ts';
import { DisableUserDocument } from './documents.ts';
import type { Person } from './index.tsx';

/** Asks before a person is let in no more: there is no way back yet. */
export function DisableDialog({ person, onClose, onDone }: { person: Person; onClose: () => void; onDone: () => void }) {
  const [disable, { loading, error }] = useMutation(DisableUserDocument);
  return (
    <Modal opened onClose={onClose} title={t('users.disableOf', { name: person.name })} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <Stack gap="md">
        {error && <FaultNote error={error} />}
        <Text size="sm">{t('users.disableText', { email: person.email })}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('shell.cancel')}
          </Button>
          <Button color="red" loading={loading} onClick={() => void disable({ variables: { id: person.id } }).then(onDone, () => undefined)}>
            {t('users.disable')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
