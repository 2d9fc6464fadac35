import { useQuery } from '@apollo/client/react';
import { Button, Card, Grid, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { NotThere } from '../../components/text/not-there.tsx';
import { t } from '../../i18n/index.ts';
import { InteractionRow, ROW_HEIGHT } from '../interactions/interaction-row.tsx';
import { CustomerDetailDocument, CustomerMessagesDocument } from './documents.ts';
import { TrendPanel } from './trend-panel.tsx';

const NOBODY = { edges: [], pageInfo: { hasNextPage: false }, totalCount: 0 };

/** One customer: how the feeling went, every message, and the rights to their data. */
export default function CustomerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery(CustomerDetailDocument, { variables: { id } });
  const messages = usePages(CustomerMessagesDocument, { id }, { size: 50, pick: (page) => page.customer?.interactions ?? NOBODY });
  const customer = data?.customer;
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
              <NotThere title={t('customers.rights')} text={t('customers.rightsText')} buttons={[t('customers.erase'), t('customers.export')]} />
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
