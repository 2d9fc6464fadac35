import { Badge, Button, Group, Skeleton, Stack, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { format } from '../../components/tables/format.ts';
import { usePages } from '../../components/tables/use-pages.ts';
import type { UserListQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { ClientsPanel } from './clients-panel.tsx';
import { CreateUserForm } from './create-user-form.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { UserListDocument } from './documents.ts';
import { RolesDialog } from './roles-dialog.tsx';

/** A person of the list. */
export type Person = UserListQuery['users']['edges'][number]['node'];

/** Who may sign in, and what they may do. */
export default function UsersPage() {
  const mayWrite = useCan('users:write');
  const mayReadClients = useCan('clients:read');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const pages = usePages(UserListDocument, { search: search || null }, { size: 50, pick: (data) => data.users });
  const [open, setOpen] = useState<'create' | { roles: Person } | { disable: Person } | null>(null);
  const done = () => {
    setOpen(null);
    pages.reload();
  };
  return (
    <Page
      title={t('users.title')}
      lead={t('users.lead')}
      tools={
        mayWrite && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setOpen('create')}>
            {t('users.add')}
          </Button>
        )
      }
    >
      <Stack gap="md">
        <Group justify="space-between">
          <TextInput
            flex="1 1 220px"
            maw={420}
            leftSection={<IconSearch size={16} />}
            placeholder={t('users.search')}
            aria-label={t('users.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Text size="sm" c="dimmed" role="status">
            {pages.total !== null && t('users.count', { count: pages.total })}
          </Text>
        </Group>
        {pages.error !== null && <FaultNote error={pages.error} onRetry={pages.reload} />}
        {pages.items.length === 0 && pages.loading && <Skeleton height={240} />}
        {pages.items.length === 0 && !pages.loading && pages.error === null && <EmptyState icon={IconUsers} title={t('users.none')} />}
        {pages.items.length > 0 && (
          <Table.ScrollContainer minWidth={640} className="panel">
            <Table verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('users.person')}</Table.Th>
                  <Table.Th>{t('users.roles')}</Table.Th>
                  <Table.Th>{t('users.lastSignIn')}</Table.Th>
                  <Table.Th>{t('users.added')}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t('users.actions')}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {pages.items.map((person) => (
                  <Table.Tr key={person.id} data-person={person.email}>
                    <Table.Td>
                      <Text size="sm" fw={600}>
                        {person.name}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {person.email}
                      </Text>
                    </Table.Td>
                    <Table.Td>
                      <Group gap={4}>
                        {person.roles.map((role) => (
                          <Badge key={role} variant="default" tt="none">
                            {t(`users.role.${role}`)}
                          </Badge>
                        ))}
                        {person.disabled && (
                          <Badge tt="none" variant="default" c="var(--negative)">
                            {t('users.disabled')}
                          </Badge>
                        )}
                      </Group>
                    </Table.Td>
                    <Table.Td>{person.lastSignInAt ? format.ago(person.lastSignInAt) : t('users.never')}</Table.Td>
                    <Table.Td>{format.day(person.createdAt)}</Table.Td>
                    <Table.Td>
                      {mayWrite && !person.disabled && (
                        <Group gap={4} justify="flex-end" wrap="nowrap">
                          <Button
                            size="compact-xs"
                            variant="default"
                            aria-label={t('users.rolesOf', { name: person.name })}
                            onClick={() => setOpen({ roles: person })}
                          >
                            {t('users.setRoles')}
                          </Button>
                          <Button
                            size="compact-xs"
                            variant="default"
                            aria-label={t('users.disableOf', { name: person.name })}
                            onClick={() => setOpen({ disable: person })}
                          >
                            {t('users.disable')}
                          </Button>
                        </Group>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
        {pages.hasMore && (
          <Button variant="subtle" loading={pages.loading} onClick={pages.more}>
            {t('shell.more')}
          </Button>
        )}
        {mayReadClients && <ClientsPanel />}
      </Stack>
      <CreateUserForm opened={open === 'create'} onClose={() => setOpen(null)} onDone={done} />
      {open !== null && typeof open === 'object' && 'roles' in open && (
        <RolesDialog person={open.roles} onClose={() => setOpen(null)} onDone={done} />
      )}
      {open !== null && typeof open === 'object' && 'disable' in open && (
        <DisableDialog person={open.disable} onClose={() => setOpen(null)} onDone={done} />
      )}
    </Page>
  );
}
