import { Alert, Badge, Card, Group, Progress, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { SentimentBadge } from '../../components/sentiment-badge.tsx';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';

/** An analysis, stored or not. */
export interface Feeling {
  label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
  score: number;
  confidence: number;
  probabilities: { negative: number; neutral: number; positive: number };
  emotions: readonly { emotion: string; score: number }[];
  languageSupported?: boolean | null;
  model: { name: string; version: string };
  analyzedAt: string;
}

const LABELS = ['negative', 'neutral', 'positive'] as const;

/** What the model makes of a text: label, probabilities and emotions. */
export function FeelingPanel({ sentiment, children }: { sentiment: Feeling | null | undefined; children?: ReactNode }) {
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('interactions.feeling')} data-feeling={sentiment?.label}>
      <Title order={2} size="h5" mb="sm">
        {t('interactions.feeling')}
      </Title>
      {!sentiment && (
        <Text size="sm" c="dimmed">
          {t('interactions.pending')}
        </Text>
      )}
      {sentiment && (
        <>
          <Group gap="xs" mb="sm">
            <SentimentBadge label={sentiment.label} score={sentiment.score} />
            <Text size="xs" c="dimmed">
              {t('interactions.confidence', { value: format.share(sentiment.confidence) })}
            </Text>
          </Group>
          <Progress.Root size={14} mb={6}>
            {LABELS.map((label) => (
              <Progress.Section
                key={label}
                value={sentiment.probabilities[label] * 100}
                color={`var(--${label})`}
                aria-label={t(`shell.sentiment.${label.toUpperCase() as Uppercase<typeof label>}`)}
              />
            ))}
          </Progress.Root>
          <Group justify="space-between" mb="md">
            {LABELS.map((label) => (
              <Text key={label} size="xs" c="dimmed" className="figures">
                {t(`shell.sentiment.${label.toUpperCase() as Uppercase<typeof label>}`)} {format.share(sentiment.probabilities[label])}
              </Text>
            ))}
          </Group>
          {sentiment.languageSupported === false && (
            <Alert variant="light" color="yellow" mb="md" p="xs">
              {t('interactions.otherLanguage')}
            </Alert>
          )}
          <Text size="xs" c="dimmed" fw={600} mb={6}>
            {t('interactions.emotions')}
          </Text>
          <Group gap={6} mb="md">
            {sentiment.emotions.length === 0 && <Text size="sm">{t('interactions.noEmotions')}</Text>}
            {sentiment.emotions.map(({ emotion, score }) => (
              <Badge key={emotion} variant="default" tt="none" data-emotion={emotion}>
                {emotion} {format.share(score)}
              </Badge>
            ))}
          </Group>
          {children}
          <Text size="xs" c="dimmed" mt={children ? 'md' : undefined}>
            {t('interactions.model', { model: `${sentiment.model.name} ${sentiment.model.version}`, time: format.dateTime(sentiment.analyzedAt) })}
          </Text>
        </>
      )}
    </Card>
  );
}
