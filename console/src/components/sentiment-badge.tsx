import { Badge } from '@mantine/core';
import { t } from '../i18n/index.ts';

type Label = 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
const TONES = { NEGATIVE: 'negative', NEUTRAL: 'neutral', POSITIVE: 'positive' } as const;

/** Label and, where given, the score from -1 to 1. Colour is never the only sign. */
export function SentimentBadge({ label, score }: { label: Label | null | undefined; score?: number | null }) {
  const tone = label ? TONES[label] : 'neutral';
  return (
    <Badge variant="light" tt="none" fw={560} className="figures" style={{ background: `var(--${tone}-soft)`, color: `var(--${tone})` }}>
      {label ? t(`shell.sentiment.${label}`) : t('shell.sentiment.pending')}
      {score != null && ` ${formatScore(score)}`}
    </Badge>
  );
}

const formatScore = (score: number) => `${score > 0 ? '+' : score < 0 ? '−' : ''}${Math.abs(score).toFixed(2)}`;
