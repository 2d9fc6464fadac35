import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { DraftCard } from '../../components/text/draft-card.tsx';
import type { Tone } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { TONES } from '../interactions/tones.ts';
import { PreviewChoicesDocument, PreviewDraftDocument } from './documents.ts';

const LONGEST_LABEL = 90;

/** What the composer answers to a real message with the articles as they are now. It writes a real draft, and says so. */
export function PreviewPanel() {
  const may = useCan('responses:write', 'interactions:read');
  const { data, error } = useQuery(PreviewChoicesDocument, { skip: !may });
  const [chosen, setChosen] = useState<string | null>(null);
  const [tone, setTone] = useState<Tone>('NEUTRAL');
  const [write, draft] = useMutation(PreviewDraftDocument);
  const choices = data?.interactions.edges.map(({ node }) => node) ?? [];
  const interactionId = chosen ?? choices[0]?.id;
  if (!may) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('knowledge.preview')}>
      <Title order={2} size="h5">
        {t('knowledge.preview')}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        {t('knowledge.previewText')}
      </Text>
      {error && <FaultNote error={error} />}
      {data && choices.length === 0 && <Text size="sm">{t('knowledge.noMessages')}</Text>}
      {choices.length > 0 && (
        <Stack gap="md">
          <Group gap="xs" align="flex-end">
            <Select
              flex="1 1 260px"
              label={t('knowledge.message')}
              searchable
              allowDeselect={false}
              value={interactionId ?? null}
              onChange={setChosen}
              data={choices.map(({ id, redactedText, customer }) => ({
                value: id,
                label: `${customer.name ?? customer.id}: ${redactedText.slice(0, LONGEST_LABEL)}`,
              }))}
            />
            <Select
              w={140}
              label={t('interactions.tone')}
              allowDeselect={false}
              value={tone}
              onChange={(value) => setTone((value as Tone | null) ?? 'NEUTRAL')}
              data={TONES.map((one) => ({ value: one, label: t(`parts.tone.${one}`) }))}
            />
            <Button loading={draft.loading} onClick={() => void write({ variables: { interactionId: interactionId!, tone } }).catch(() => undefined)}>
              {t('knowledge.compose')}
            </Button>
          </Group>
          {draft.error && <FaultNote error={draft.error} />}
          {draft.data && (
            <>
              <DraftCard draft={draft.data.generateResponse} />
              <RowsLink to="/interactions/$id" params={{ id: interactionId }} size="sm">
                {t('knowledge.openMessage')}
              </RowsLink>
            </>
          )}
        </Stack>
      )}
    </Card>
  );
}
