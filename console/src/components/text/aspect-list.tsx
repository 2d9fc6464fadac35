import { Group, Stack, Text } from '@mantine/core';
import { t } from '../../i18n/index.ts';
import { SentimentBadge } from '../sentiment-badge.tsx';

/** One thing that a customer speaks of, and how. */
export interface Aspect {
  aspect: string;
  category: string;
  start: number;
  label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
  score: number;
}

/** What exactly is liked or disliked, in the order of the text: the customer's word, the kind of thing, and the feeling. */
export function AspectList({ aspects }: { aspects: readonly Aspect[] }) {
  if (aspects.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('shell.aspects.none')}
      </Text>
    );
  }
  return (
    <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {aspects.map(({ aspect, category, start, label, score }) => (
        <Group component="li" key={`${start} ${aspect}`} justify="space-between" wrap="nowrap" gap="xs" data-aspect={category}>
          <Text size="sm" truncate dir="auto">
            {aspect}
            {category !== aspect && (
              <Text span size="xs" c="dimmed">
                {' '}
                {category.replaceAll('_', ' ')}
              </Text>
            )}
          </Text>
          <SentimentBadge label={label} score={score} />
        </Group>
      ))}
    </Stack>
  );
}
