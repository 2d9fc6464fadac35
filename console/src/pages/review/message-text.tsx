import { useLazyQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import type { ReviewDetailQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { cutText, type TextPiece } from './masked-text.ts';
import { OriginalText } from './operations.ts';
import styles from './review.module.css';

type Interaction = NonNullable<ReviewDetailQuery['reviewItem']>['interaction'];

/** The customer's words, each sentence in the colour of its mood. Personal data is hidden until somebody asks; only then the original is fetched. */
export function MessageText({ interaction }: { interaction: Interaction }) {
  const [shown, setShown] = useState(false);
  const [ask, { data, loading, error }] = useLazyQuery(OriginalText, { fetchPolicy: 'no-cache' });
  const original = shown && data?.interaction?.id === interaction.id ? data.interaction.text : undefined;
  const { redactedText, pii, sentiment } = interaction;
  const pieces = useMemo(
    () => cutText(original ?? redactedText, { entities: pii.entities, sentences: sentiment?.sentences ?? [] }, original === undefined),
    [original, redactedText, pii, sentiment],
  );
  const toggle = () => {
    setShown(!shown);
    if (!shown) void ask({ variables: { id: interaction.id } });
  };
  const isLong = redactedText.length > 3_000;
  return (
    <>
      {error && shown && <FaultNote error={error} />}
      <div
        className={`${styles['bubble']} ${isLong ? styles['long'] : ''}`}
        dir="auto"
        {...(isLong && { tabIndex: 0, role: 'region', 'aria-label': t('review.message') })}
      >
        {pieces.map((piece, index) => (
          <Piece key={index} piece={piece} revealed={original !== undefined} />
        ))}
      </div>
      {pii.entities.length > 0 && (
        <Group justify="space-between" mt={6}>
          <Text size="xs" c="dimmed">
            {original === undefined && t('review.masked')}
          </Text>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            loading={loading}
            leftSection={shown ? <IconEyeOff size={14} /> : <IconEye size={14} />}
            onClick={toggle}
          >
            {shown ? t('review.hideOriginal') : t('review.showOriginal')}
          </Button>
        </Group>
      )}
    </>
  );
}

function Piece({ piece: { text, pii, label, score }, revealed }: { piece: TextPiece; revealed: boolean }) {
  const content = pii ? (
    revealed ? (
      <span className={styles['revealed']}>{text}</span>
    ) : (
      <span className={styles['pii']}>{pii.replaceAll('_', ' ').toLowerCase()}</span>
    )
  ) : (
    text
  );
  if (!label) return content;
  return (
    <span
      className={styles['sentence']}
      data-label={label}
      title={t('review.sentence', { label: t(`shell.sentiment.${label}`), score: (score ?? 0).toFixed(2) })}
    >
      {content}
    </span>
  );
}
