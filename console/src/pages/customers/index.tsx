import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Table, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUsersGroup } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type SyntheticEvent, useMemo, useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { SentimentBadge } from '../../components/sentiment-badge.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { t } from '../../i18n/index.ts';
import { RecentCustomersDocument } from './documents.ts';
import { recentCustomers } from './recent.ts';

const DAYS_30 = 30 * 86_400_000;
const HOUR = 3_600_000;

/** Find a customer by id, or among those who wrote lately. */
export default function CustomersPage() {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const range = useMemo(() => {
    const to = Math.ceil(Date.now() / HOUR) * HOUR;
    return { from: new Date(to - DAYS_30).toISOString(), to: new Date(to).toISOString() };
  }, []);
  const { data, error, refetch } = useQuery(RecentCustomersDocument, { variables: { range }, errorPolicy: 'all' });
  const recent = useMemo(() => recentCustomers(data?.interactions.edges.map((edge) => edge.node) ?? [], data?.breakdown ?? []), [data]);
  const words = text.trim().toLowerCase();
  const shown = recent.filter(({ id, name }) => `${id} ${name ?? ''}`.toLowerCase().includes(words));

  const open = (event: SyntheticEvent) => {
    event.preventDefault();
    const id = shown.length === 1 ? shown[0]!.id : text.trim();
    if (id) void navigate({ to: '/customers/$id', params: { id } });
  };
  return (
    <Page title={t('customers.title')} lead={t('customers.lead')}>
      <form onSubmit={open} role="search">
        <Group gap="xs" mb="md" align="flex-end">
          <TextInput
            flex="1 1 240px"
            maw={460}
            leftSection={<IconSearch size={16} />}
            placeholder={t('customers.search')}
            aria-label={t('customers.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={words === ''}>
            {t('customers.open')}
          </Button>
        </Group>
      </form>
      {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
      {!data && !error && <Skeleton height={360} />}
      {data && recent.length === 0 && (
        <EmptyState icon={IconUsersGroup} title={t('customers.none')} text={t('customers.noneText')} command="npm run demo" />
      )}
      {recent.length > 0 && (
        <Table.ScrollContainer minWidth={560} className="panel">
          <Table highlightOnHover verticalSpacing="sm">
            <Table.Caption>{t('customers.recent', { count: recent.length })}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('customers.customer')}</Table.Th>
                <Table.Th>{t('customers.lastMessage')}</Table.Th>
                <Table.Th ta="right">{t('customers.messages')}</Table.Th>
                <Table.Th ta="right">{t('customers.average')}</Table.Th>
                <Table.Th ta="right">{t('customers.negativeShare')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((customer) => (
                <Table.Tr key={customer.id}>
                  <Table.Td>
                    <RowsLink to="/customers/$id" params={{ id: customer.id }} size="sm" fw={600}>
                      {customer.name ?? customer.id}
                    </RowsLink>
                    <Text size="xs" c="dimmed">
                      {customer.id}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" wrap="nowrap">
                      <div style={{ flexShrink: 0 }}>
                        <SentimentBadge label={customer.lastLabel} score={customer.lastScore} />
                      </div>
                      <TimeAgo at={customer.lastAt} />
                    </Group>
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {format.number(customer.messages)}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {format.score(customer.averageScore)}
                  </Table.Td>
                  <Table.Td ta="right" className="figures">
                    {format.share(customer.negativeShare)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {shown.length === 0 && (
            <Text size="sm" c="dimmed" p="md">
              {t('customers.noneRecent')}
            </Text>
          )}
        </Table.ScrollContainer>
      )}
    </Page>
  );
}
