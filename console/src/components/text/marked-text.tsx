import { Text } from '@mantine/core';
import { format } from '../tables/format.ts';
import { t } from '../../i18n/index.ts';
import { cutAt, type Span } from './segments.ts';
import classes from './marked-text.module.css';

/** A sentence and how it feels. */
export interface Sentence extends Span {
  label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
  score: number;
}

/** A customer's words with every sentence in the colour of its sentiment. Text goes in as text: nothing in it is ever markup. */
export function SentenceText({ text, sentences }: { text: string; sentences: readonly Sentence[] }) {
  return (
    <div className={classes['text']} dir="auto">
      {cutAt(text, sentences).map(({ start, text: piece, span }) => {
        if (!span) return <span key={start}>{piece}</span>;
        const hint = t('parts.sentence', { label: t(`shell.sentiment.${span.label}`), score: format.score(span.score) });
        return (
          <mark key={start} className={`${classes['sentence']} ${classes[span.label]}`} title={hint} data-label={span.label}>
            {piece}
          </mark>
        );
      })}
    </div>
  );
}

/** What the colours mean. */
export function SentenceKey() {
  return (
    <Text component="div" size="xs" c="dimmed" className={classes['key']} aria-label={t('parts.scale')} role="note">
      {(['NEGATIVE', 'NEUTRAL', 'POSITIVE'] as const).map((label) => (
        <span key={label} className={`${classes['sentence']} ${classes[label]}`}>
          {t(`shell.sentiment.${label}`)}
        </span>
      ))}
    </Text>
  );
}

/** A piece of personal data. */
export interface Finding extends Span {
  type: string;
  score: number;
}

/** A text with the personal data in it marked and named. */
export function FindingText({ text, findings }: { text: string; findings: readonly Finding[] }) {
  return (
    <div className={classes['text']} dir="auto">
      {cutAt(text, findings).map(({ start, text: piece, span }) =>
        span ? (
          <mark key={start} className={classes['finding']} title={`${span.type} ${format.share(span.score)}`} data-finding={span.type}>
            {piece}
            <small>{span.type}</small>
          </mark>
        ) : (
          <span key={start}>{piece}</span>
        ),
      )}
    </div>
  );
}
