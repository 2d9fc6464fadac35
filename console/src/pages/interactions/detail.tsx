import { useQuery } from '@apollo/client/react';
import { Grid, Skeleton, Stack } from '@mantine/core';
import { IconMessageOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { InteractionAspects } from '../../components/text/interaction-aspects.tsx';
import { t } from '../../i18n/index.ts';
import { DraftsPanel } from './drafts-panel.tsx';
import { InteractionDetailDocument } from './documents.ts';
import { FactsPanel } from './facts-panel.tsx';
import { FeelingPanel } from './feeling-panel.tsx';
import { MessagePanel } from './message-panel.tsx';

/** All about one message: its words, how they feel, what was drafted, and what people said to that. */
export default function InteractionPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery(InteractionDetailDocument, { variables: { id }, errorPolicy: 'all' });
  const interaction = data?.interaction;
  const name = interaction?.customer.name ?? interaction?.customer.id;
  return (
    <Page
      title={name ?? t('interactions.title')}
      lead={
        <RowsLink to="/interactions" size="sm">
          ← {t('interactions.back')}
        </RowsLink>
      }
    >
      {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
      {!data && !error && <Waiting />}
      {data && !interaction && !error && <EmptyState icon={IconMessageOff} title={t('interactions.notFound')} text={id} />}
      {interaction && (
        <Grid gap="md">
          <Grid.Col span={{ base: 12, md: 8 }}>
            <Stack gap="md">
              <MessagePanel interaction={interaction} />
              <DraftsPanel id={id} drafts={interaction.responses} onDrafted={() => void refetch().catch(() => undefined)} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 4 }}>
            <Stack gap="md">
              <FeelingPanel sentiment={interaction.sentiment}>{interaction.sentiment && <InteractionAspects id={id} />}</FeelingPanel>
              <FactsPanel interaction={interaction} />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}

function Waiting() {
  return (
    <Grid gap="md" aria-busy>
      <Grid.Col span={{ base: 12, md: 8 }}>
        <Skeleton height={240} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <Skeleton height={240} />
      </Grid.Col>
    </Grid>
  );
}
