import { Alert, Badge, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { SentimentBadge } from '../../components/sentiment-badge.tsx';
import { InteractionAspects } from '../../components/text/interaction-aspects.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import type { ReviewDetailQuery } from '../../generated/graphql.ts';
import { formatShare } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { DraftText } from './draft-text.tsx';
import { MessageText } from './message-text.tsx';
import styles from './review.module.css';

export type Item = NonNullable<ReviewDetailQuery['reviewItem']>;

const KNOWN = new Set(['negative_sentiment', 'low_confidence', 'ungrounded', 'pii', 'policy', 'sample', 'double_review']);

function explain(reason: string, flags: readonly string[]): string {
  if (!KNOWN.has(reason)) return reason.replaceAll('_', ' ');
  return t(`review.reason.${reason as 'pii'}`, { flags: flags.map((flag) => flag.replaceAll('_', ' ')).join(', ') });
}

/** The middle of the page: why a person must look, what the customer wrote, what the machine would answer and from what. */
export function Evidence({ item, editor, onBack }: { item: Item; editor: ReactNode | undefined; onBack: () => void }) {
  const { interaction, response, reasons } = item;
  const { customer, sentiment } = interaction;
  const earlier = customer.interactions.edges.map(({ node }) => node).filter(({ id }) => id !== interaction.id);
  const emotions = (sentiment?.emotions ?? []).filter(({ emotion }) => emotion !== 'neutral');
  return (
    <Stack gap="lg">
      <Box>
        <Button className={styles['onlySmall']} variant="subtle" size="compact-sm" mb="xs" leftSection={<IconArrowLeft size={16} />} onClick={onBack}>
          {t('review.back')}
        </Button>
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={2} size="h4" dir="auto">
              <Link to="/customers/$id" params={{ id: customer.id }} style={{ color: 'inherit', textDecoration: 'none' }}>
                {customer.name ?? customer.id}
              </Link>
            </Title>
            <Group gap={8} mt={2}>
              <Text size="xs" c="dimmed">
                {t(`shell.channel.${interaction.channel}`)} · {interaction.language}
              </Text>
              <TimeAgo at={interaction.receivedAt} />
              {customer.averageSentiment != null && (
                <Text size="xs" c="dimmed" className="figures">
                  {t('review.customerMood', { score: customer.averageSentiment.toFixed(2) })}
                </Text>
              )}
            </Group>
          </div>
          <Group gap={6}>
            <SentimentBadge label={sentiment?.label} score={sentiment?.score ?? null} />
            {sentiment && (
              <Text size="xs" c="dimmed" className="figures">
                {t('review.confidence', { value: formatShare(sentiment.confidence) })}
              </Text>
            )}
          </Group>
        </Group>
      </Box>

      <Group gap={6} role="list" aria-label={t('review.why')}>
        <Text size="xs" fw={600} c="dimmed">
          {t('review.why')}
        </Text>
        {reasons.map((reason) => (
          <Badge key={reason} role="listitem" variant="light" tt="none" fw={540} style={{ background: 'var(--warn-soft)', color: 'var(--warn)' }}>
            {explain(reason, response.flags)}
          </Badge>
        ))}
      </Group>

      <section aria-label={t('review.message')}>
        <MessageText key={interaction.id} interaction={interaction} />
        {sentiment?.languageSupported === false && (
          <Alert mt="xs" variant="light" color="yellow" icon={<IconInfoCircle />} py={8}>
            {t('review.languageUnsupported')}
          </Alert>
        )}
        {sentiment && (
          <Box mt={10}>
            <InteractionAspects id={interaction.id} quiet />
          </Box>
        )}
        {emotions.length > 0 && (
          <Group gap={6} mt={8}>
            <Text size="xs" c="dimmed">
              {t('review.emotions')}
            </Text>
            {emotions.map(({ emotion, score }) => (
              <Badge key={emotion} variant="outline" color="gray" tt="none" fw={500} style={{ color: 'var(--quiet)' }}>
                {emotion} {formatShare(score)}
              </Badge>
            ))}
          </Group>
        )}
      </section>

      <section aria-label={t('review.draft')}>
        <Group justify="space-between" mb={6}>
          <Text size="xs" fw={600} c="dimmed">
            {editor ? t('review.edit.title') : t('review.draft')}
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {t('review.draftFacts', { grounded: formatShare(response.groundedness), confidence: formatShare(response.confidence) })}
          </Text>
        </Group>
        {editor ?? <DraftText key={response.id} response={response} />}
      </section>

      <section aria-label={t('review.earlier')}>
        <Text size="xs" fw={600} c="dimmed" mb={6}>
          {t('review.earlier')}
        </Text>
        {earlier.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('review.noEarlier')}
          </Text>
        )}
        <Stack gap={6}>
          {earlier.slice(0, 3).map((each) => (
            <Group key={each.id} gap={8} wrap="nowrap">
              <SentimentBadge label={each.sentiment?.label} />
              <Text size="sm" truncate flex={1} dir="auto">
                <Link to="/interactions/$id" params={{ id: each.id }} style={{ color: 'inherit' }}>
                  {each.redactedText}
                </Link>
              </Text>
              <TimeAgo at={each.receivedAt} />
            </Group>
          ))}
        </Stack>
      </section>
    </Stack>
  );
}
