import { Badge, Blockquote, Card, Group, Progress, Stack, Text } from '@mantine/core';
import { format } from '../tables/format.ts';
import { RowsLink } from '../tables/rows-link.tsx';
import { t } from '../../i18n/index.ts';

/** A drafted answer, with what it stands on. */
export interface Draft {
  id: string;
  text: string;
  status: 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'REJECTED' | 'SENT' | 'FAILED';
  tone: 'NEUTRAL' | 'EMPATHETIC' | 'FORMAL' | 'FRIENDLY' | 'CONCISE';
  groundedness: number;
  confidence: number;
  flags: readonly string[];
  generatedAt: string;
  model: { name: string; version: string };
  citations: readonly { quote: string; score: number; article: { id: string; title: string } }[];
  review?: { id: string; status: string } | null;
}

const TONES = { DRAFT: 'neutral', IN_REVIEW: 'warn', APPROVED: 'positive', REJECTED: 'negative', SENT: 'positive', FAILED: 'negative' } as const;

/** A draft with its state, its measures, and its quotes, each leading to the article it stands in. */
export function DraftCard({ draft }: { draft: Draft }) {
  return (
    <Card withBorder padding="md" component="article" data-draft={draft.id}>
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="xs">
          <Badge variant="light" tt="none" style={{ background: `var(--${TONES[draft.status]}-soft)`, color: `var(--${TONES[draft.status]})` }}>
            {t(`parts.responseStatus.${draft.status}`)}
          </Badge>
          <Badge variant="default" tt="none">
            {t(`parts.tone.${draft.tone}`)}
          </Badge>
          {draft.flags.map((flag) => (
            <Badge key={flag} variant="outline" color="orange" tt="none" title={t('parts.draft.flags')} style={{ color: 'var(--warn)' }}>
              {flag.replaceAll('_', ' ')}
            </Badge>
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {t('parts.draft.writtenBy', { model: `${draft.model.name} ${draft.model.version}`, time: format.dateTime(draft.generatedAt) })}
        </Text>
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} dir="auto">
        {draft.text}
      </Text>
      <Group gap="xl" mt="md">
        <Measure name={t('parts.draft.groundedness')} value={draft.groundedness} />
        <Measure name={t('parts.draft.confidence')} value={draft.confidence} />
        {draft.review && (
          <RowsLink to="/review" search={{ item: draft.review.id }} size="sm">
            {t('parts.draft.openReview')}
          </RowsLink>
        )}
      </Group>
      <Stack gap={6} mt="md">
        <Text size="xs" c="dimmed" fw={600}>
          {draft.citations.length > 0 ? t('parts.draft.citations') : t('parts.draft.noCitations')}
        </Text>
        {draft.citations.map(({ quote, score, article }) => (
          <Blockquote key={`${article.id}${quote}`} p="xs" my={0} fz="sm" color="brand">
            {quote}
            <Text size="xs" mt={4} component="div">
              <RowsLink to="/knowledge" search={{ article: article.id }} size="xs">
                {article.title}
              </RowsLink>{' '}
              <Text span c="dimmed" size="xs">
                {format.share(score)}
              </Text>
            </Text>
          </Blockquote>
        ))}
      </Stack>
    </Card>
  );
}

function Measure({ name, value }: { name: string; value: number }) {
  return (
    <div style={{ minWidth: 120 }}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {name}
        </Text>
        <Text size="xs" fw={600} className="figures">
          {format.share(value)}
        </Text>
      </Group>
      <Progress value={value * 100} size="sm" aria-label={name} />
    </div>
  );
}
