import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { Panel } from '../../components/charts/panel.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import type { ApiClientListQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { CreateClientForm } from './create-client-form.tsx';
import { ApiClientsDocument } from './documents.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

export type Client = ApiClientListQuery['apiClients'][number];

/** Programs that ask on their own behalf. */
export function ClientsPanel() {
  const mayWrite = useCan('clients:write');
  const { data, error, refetch } = useQuery(ApiClientsDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch().catch(() => undefined);
  const [open, setOpen] = useState<'create' | Client | null>(null);
  const clients = data?.apiClients ?? [];
  return (
    <Panel title={t('users.clients')} note={t('users.clientsText')}>
      {error && <FaultNote error={error} onRetry={again} />}
      {data && clients.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('users.noClients')}
        </Text>
      )}
      {clients.length > 0 && (
        <Table.ScrollContainer minWidth={640}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('users.client')}</Table.Th>
                <Table.Th>{t('users.scopes')}</Table.Th>
                <Table.Th>{t('users.lastUsed')}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t('users.actions')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {clients.map((client) => (
                <Table.Tr key={client.id} data-client={client.name}>
                  <Table.Td>
                    <Text size="sm" fw={600}>
                      {client.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {client.id}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap={4}>
                      {client.scopes.map((scope) => (
                        <Badge key={scope} variant="default" tt="none">
                          {scope}
                        </Badge>
                      ))}
                    </Group>
                  </Table.Td>
                  <Table.Td>{client.lastUsedAt ? format.ago(client.lastUsedAt) : t('users.never')}</Table.Td>
                  <Table.Td>
                    {mayWrite && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={t('users.revokeOf', { name: client.name })}
                        onClick={() => setOpen(client)}
                      >
                        {t('users.revoke')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {mayWrite && (
        <Button variant="default" size="xs" mt="sm" leftSection={<IconPlus size={14} />} onClick={() => setOpen('create')}>
          {t('users.newClient')}
        </Button>
      )}
      {open === 'create' && <CreateClientForm onClose={() => setOpen(null)} onDone={again} />}
      {open !== null && open !== 'create' && (
        <RevokeDialog
          client={open}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            again();
          }}
        />
      )}
    </Panel>
  );
}
