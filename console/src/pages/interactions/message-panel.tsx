import { useLazyQuery } from '@apollo/client/react';
import { Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { SentenceKey, SentenceText } from '../../components/text/marked-text.tsx';
import { moveToRedacted } from '../../components/text/segments.ts';
import type { InteractionDetailQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { InteractionOriginalDocument } from './documents.ts';

type Interaction = NonNullable<InteractionDetailQuery['interaction']>;

/** The customer's words, redacted until somebody asks for the original; only then is it fetched. */
export function MessagePanel({ interaction }: { interaction: Interaction }) {
  const [revealed, setRevealed] = useState(false);
  const [ask, original] = useLazyQuery(InteractionOriginalDocument, { fetchPolicy: 'no-cache' });
  const sentences = interaction.sentiment?.sentences ?? [];
  const { entities } = interaction.pii;
  const words = revealed ? original.data?.interaction : undefined;
  const moved = words ? sentences : (moveToRedacted(sentences, entities, interaction.redactedText) ?? []);
  const toggle = () => {
    if (!revealed) void ask({ variables: { id: interaction.id } });
    setRevealed(!revealed);
  };
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('interactions.message')}>
      <Group justify="space-between" mb="md" gap="xs">
        <Title order={2} size="h5">
          {t('interactions.message')}
        </Title>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {entities.length > 0 ? t('interactions.hidden', { count: entities.length }) : t('interactions.nothingHidden')}
          </Text>
          {entities.length > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              aria-pressed={revealed}
              loading={revealed && original.loading}
              leftSection={revealed ? <IconEyeOff size={14} /> : <IconEye size={14} />}
              onClick={toggle}
            >
              {revealed ? t('interactions.hide') : t('interactions.reveal')}
            </Button>
          )}
        </Group>
      </Group>
      <Stack gap="sm">
        {revealed && original.error && <FaultNote error={original.error} onRetry={() => void ask({ variables: { id: interaction.id } })} />}
        <div data-message={words ? 'original' : 'redacted'}>
          <SentenceText text={words?.text ?? interaction.redactedText} sentences={moved} />
        </div>
        {sentences.length > 0 && <SentenceKey />}
        {(interaction.sentiment?.sentencesLeftOut ?? 0) > 0 && (
          <Text size="xs" c="dimmed">
            {t('interactions.leftOut', { count: interaction.sentiment!.sentencesLeftOut })}
          </Text>
        )}
        {words?.metadata != null && (
          <div>
            <Text size="xs" c="dimmed">
              {t('interactions.metadata')}
            </Text>
            <Code block>{JSON.stringify(words.metadata, null, 2)}</Code>
          </div>
        )}
      </Stack>
    </Card>
  );
}
