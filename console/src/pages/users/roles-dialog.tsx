import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import type { Role } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { SetRolesDocument } from './documents.ts';
import type { Person } from './index.tsx';
import { RoleFields } from './role-fields.tsx';

/** Other roles for a person. */
export function RolesDialog({ person, onClose, onDone }: { person: Person; onClose: () => void; onDone: () => void }) {
  const [roles, setRoles] = useState<Role[]>([...person.roles]);
  const [save, { loading, error }] = useMutation(SetRolesDocument);
  return (
    <Modal opened onClose={onClose} title={t('users.rolesOf', { name: person.name })} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <Stack gap="sm">
        {error && <FaultNote error={error} />}
        <RoleFields value={roles} onChange={setRoles} error={roles.length === 0 ? t('users.needRole') : undefined} />
        <Text size="xs" c="dimmed">
          {t('users.rolesHint')}
        </Text>
        <Button
          loading={loading}
          disabled={roles.length === 0}
          onClick={() => void save({ variables: { id: person.id, roles } }).then(onDone, () => undefined)}
        >
          {t('users.save')}
        </Button>
      </Stack>
    </Modal>
  );
}
