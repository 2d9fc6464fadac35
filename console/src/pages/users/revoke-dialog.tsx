import { useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FaultNote } from '../../components/fault-note.tsx';
import { t } from '../../i18n/index.ts';
import type { Client } from './clients-panel.tsx';
import { RevokeApiClientDocument } from './documents.ts';

/** Asks before a program is let in no more. */
export function RevokeDialog({ client, onClose, onDone }: { client: Client; onClose: () => void; onDone: () => void }) {
  const [revoke, { loading, error }] = useMutation(RevokeApiClientDocument);
  return (
    <Modal opened onClose={onClose} title={t('users.revokeOf', { name: client.name })} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <Stack gap="md">
        {error && <FaultNote error={error} />}
        <Text size="sm">{t('users.revokeText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('shell.cancel')}
          </Button>
          <Button color="red" loading={loading} onClick={() => void revoke({ variables: { id: client.id } }).then(onDone, () => undefined)}>
            {t('users.revoke')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
