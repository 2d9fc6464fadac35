import { Button, Card, Table, Text, Title } from '@mantine/core';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { RequestsDocument } from './documents.ts';
import { doneOf, RequestBadge } from './request-progress.tsx';

/** Erasures and exports of everybody, the newest first; the customer's page has each in full. */
export function RequestsPanel() {
  const requests = usePages(RequestsDocument, {}, { size: 20, pick: (page) => page.privacyRequests });
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('privacy.requests')}>
      <Title order={2} size="h5" mb="sm">
        {t('privacy.requests')}
      </Title>
      {requests.error !== null && <FaultNote error={requests.error} onRetry={requests.reload} />}
      {requests.items.length === 0 && !requests.loading && requests.error === null && (
        <Text size="sm" c="dimmed">
          {t('privacy.noRequests')}
        </Text>
      )}
      {requests.items.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacy.what')}</Table.Th>
                <Table.Th>{t('privacy.customer')}</Table.Th>
                <Table.Th>{t('privacy.state')}</Table.Th>
                <Table.Th>{t('privacy.requestedAt')}</Table.Th>
                <Table.Th>{t('privacy.dueAt')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {requests.items.map((request) => (
                <Table.Tr key={request.id} data-request={request.kind}>
                  <Table.Td>{t(`privacy.kind.${request.kind}`)}</Table.Td>
                  <Table.Td>
                    <RowsLink to="/customers/$id" params={{ id: request.customer.id }} size="sm">
                      {request.customer.id}
                    </RowsLink>
                  </Table.Td>
                  <Table.Td>
                    <RequestBadge status={request.status} />{' '}
                    <Text span size="xs" c="dimmed">
                      {t('privacy.stepsDone', { done: doneOf(request), all: request.steps.length })}
                    </Text>
                  </Table.Td>
                  <Table.Td className="figures">{format.dateTime(request.requestedAt)}</Table.Td>
                  <Table.Td className="figures">{format.dateTime(request.dueAt)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {requests.hasMore && (
        <Button variant="subtle" size="xs" fullWidth loading={requests.loading} onClick={requests.more}>
          {t('shell.more')}
        </Button>
      )}
    </Card>
  );
}
