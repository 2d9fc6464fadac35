import { useQuery } from '@apollo/client/react';
import { Button, Card, Grid, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useCan } from '../../auth/use-auth.ts';
import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { InteractionRow, ROW_HEIGHT } from '../interactions/interaction-row.tsx';
import { ConsentsPanel } from './consents-panel.tsx';
import { CustomerDetailDocument, CustomerMessagesDocument } from './documents.ts';
import { RightsPanel } from './rights-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';

const NOBODY = { edges: [], pageInfo: { hasNextPage: false }, totalCount: 0 };

/** One customer: how the feeling went, every message, and the rights to their data. */
export default function CustomerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery(CustomerDetailDocument, { variables: { id } });
  const messages = usePages(CustomerMessagesDocument, { id }, { size: 50, pick: (page) => page.customer?.interactions ?? NOBODY });
  const customer = data?.customer;
  const maySeeConsents = useCan('privacy:read');
  const mayAsk = useCan('privacy:admin');
  const rights = mayAsk && <RightsPanel customerId={id} onErased={() => void refetch().catch(() => undefined)} />;
  return (
    <Page
      title={customer?.name ?? id}
      lead={
        <RowsLink to="/customers" size="sm">
          ← {t('customers.back')}
        </RowsLink>
      }
    >
      {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
      {!data && !error && <Skeleton height={360} />}
      {data && !customer && <EmptyState icon={IconUserOff} title={t('customers.notFound')} text={t('customers.notFoundText', { id })} />}
      {data && !customer && rights}
      {customer && (
        <Stack gap="md">
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
            <Figure name={t('customers.messages')} value={format.number(messages.total)} />
            <Figure name={t('customers.allTime')} value={format.score(customer.allTime)} />
            <Figure name={t('customers.lastMonth')} value={format.score(customer.lastMonth)} />
            <Figure name={t('customers.id')} value={customer.id} small />
          </SimpleGrid>
          <TrendPanel messages={messages.items} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 8 }}>
              <Card withBorder padding={0} component="section" aria-label={t('customers.messages')}>
                <Title order={2} size="h5" p="md">
                  {t('customers.messages')}
                </Title>
                {messages.error !== null && <FaultNote error={messages.error} onRetry={messages.reload} />}
                {messages.items.map((row) => (
                  <div key={row.id} style={{ height: ROW_HEIGHT }}>
                    <InteractionRow row={row} />
                  </div>
                ))}
                {messages.hasMore && (
                  <Button variant="subtle" fullWidth loading={messages.loading} onClick={messages.more}>
                    {t('shell.more')}
                  </Button>
                )}
              </Card>
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 4 }}>
              <Stack gap="md">
                {maySeeConsents && <ConsentsPanel customerId={id} />}
                {rights}
              </Stack>
            </Grid.Col>
          </Grid>
        </Stack>
      )}
    </Page>
  );
}

function Figure({ name, value, small = false }: { name: string; value: string; small?: boolean }) {
  return (
    <Card withBorder padding="sm">
      <Text size="xs" c="dimmed" fw={600}>
        {name}
      </Text>
      <Text fw={700} size={small ? 'sm' : 'xl'} className="figures" style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    </Card>
  );
}
