import { useMutation } from '@apollo/client/react';
import { Button, Card, Group, Modal, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { RequestsDocument } from '../privacy/documents.ts';
import { RequestProgress } from '../privacy/request-progress.tsx';
import { EraseDocument, ExportDocument } from './documents.ts';

/** Erasure and export of one customer's data, with what each service has done of it. Also of somebody who is gone by now: the request is what stays. */
export function RightsPanel({ customerId, onErased }: { customerId: string; onErased: () => void }) {
  const requests = usePages(RequestsDocument, { customerId }, { size: 5, pick: (page) => page.privacyRequests });
  const [ask, exporting] = useMutation(ExportDocument, { variables: { customerId }, onCompleted: requests.reload });
  const [erasing, setErasing] = useState(false);
  return (
    <Card withBorder padding="md" component="section" aria-label={t('customers.rights')}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t('customers.rights')}
        </Title>
        <Group gap="xs">
          <Button size="xs" variant="default" loading={exporting.loading} onClick={() => void ask().catch(() => undefined)}>
            {t('customers.export')}
          </Button>
          <Button size="xs" variant="light" color="red" onClick={() => setErasing(true)}>
            {t('customers.erase')}
          </Button>
        </Group>
        {exporting.error && <FaultNote error={exporting.error} />}
        {requests.error !== null && <FaultNote error={requests.error} onRetry={requests.reload} />}
        {requests.items.map((request) => (
          <RequestProgress key={request.id} request={request} />
        ))}
      </Stack>
      <EraseDialog
        customerId={customerId}
        opened={erasing}
        onClose={() => setErasing(false)}
        onAsked={() => {
          setErasing(false);
          requests.reload();
          onErased();
        }}
      />
    </Card>
  );
}

/** Asks for the customer's id in writing: what is erased cannot be brought back. */
function EraseDialog(props: { customerId: string; opened: boolean; onClose: () => void; onAsked: () => void }) {
  const { customerId, opened, onClose, onAsked } = props;
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [erase, asked] = useMutation(EraseDocument, { onCompleted: onAsked });
  const run = () => void erase({ variables: { customerId, reason: reason.trim() || null } }).catch(() => undefined);
  return (
    <Modal opened={opened} onClose={onClose} title={t('customers.eraseTitle')} closeButtonProps={{ 'aria-label': t('shell.close') }}>
      <Stack gap="md">
        <Text size="sm">{t('customers.eraseText')}</Text>
        <TextInput
          label={t('customers.eraseConfirm', { id: customerId })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <TextInput label={t('customers.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} />
        {asked.error && <FaultNote error={asked.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button color="red" loading={asked.loading} disabled={typed.trim() !== customerId} onClick={run}>
            {t('customers.eraseNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
