import { useMutation } from '@apollo/client/react';
import { Button, Card, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { reasonWord } from '../../components/tables/words.ts';
import { DraftCard } from '../../components/text/draft-card.tsx';
import type { InteractionDetailQuery, Tone } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { DraftAgainDocument } from './documents.ts';
import { TONES } from './tones.ts';

type Drafts = NonNullable<InteractionDetailQuery['interaction']>['responses'];
/** Answers that were drafted, newest first, each with what people said to it; and a way to have another one. */
export function DraftsPanel({ id, drafts, onDrafted }: { id: string; drafts: Drafts; onDrafted: () => void }) {
  const mayWrite = useCan('responses:write');
  const [tone, setTone] = useState<Tone>('NEUTRAL');
  const [write, { loading, error }] = useMutation(DraftAgainDocument);
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('interactions.responses')}>
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} size="h5">
          {t('interactions.responses')}
        </Title>
        {mayWrite && (
          <Group gap="xs">
            <Select
              size="xs"
              w={130}
              allowDeselect={false}
              aria-label={t('interactions.tone')}
              value={tone}
              data={TONES.map((one) => ({ value: one, label: t(`parts.tone.${one}`) }))}
              onChange={(value) => setTone((value as Tone | null) ?? 'NEUTRAL')}
            />
            <Button
              size="xs"
              variant="light"
              loading={loading}
              onClick={() => void write({ variables: { id, tone } }).then(onDrafted, () => undefined)}
            >
              {drafts.length > 0 ? t('interactions.draftAgain') : t('interactions.draft')}
            </Button>
          </Group>
        )}
      </Group>
      <Stack gap="md">
        {error && <FaultNote error={error} />}
        {drafts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('interactions.noResponses')}
          </Text>
        )}
        {drafts.map((draft) => (
          <div key={draft.id}>
            <DraftCard draft={draft} />
            {draft.review && <ReviewLine review={draft.review} />}
          </div>
        ))}
      </Stack>
    </Card>
  );
}

function ReviewLine({ review }: { review: NonNullable<Drafts[number]['review']> }) {
  const { decision } = review;
  const waits = review.status === 'OPEN' || review.status === 'CLAIMED' || review.status === 'ESCALATED';
  return (
    <Text size="xs" c="dimmed" mt={6} px={4}>
      {t('interactions.review')}: <b>{t(`interactions.reviewState.${review.status}`)}</b>{' '}
      {decision && !waits && t('interactions.reviewBy', { name: decision.by.name, time: format.dateTime(decision.at) })}
      {waits && t('interactions.reviewDue', { time: format.ago(review.dueAt) })} · {review.reasons.map(reasonWord).join(', ')}
      {decision?.reason && ` · “${decision.reason}”`}
    </Text>
  );
}
