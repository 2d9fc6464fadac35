import { Box, Group, Text, Textarea } from '@mantine/core';
import { diffWordsWithSpace } from 'diff';
import { useDeferredValue, useMemo } from 'react';
import { t } from '../../i18n/index.ts';
import { KeyedButton } from './keyed-button.tsx';
import styles from './review.module.css';

const MOST_CHARACTERS = 20_000;

/** The answer in the reviewer's words, with what was changed shown below. */
export default function DraftEditor(props: {
  draft: string;
  value: string;
  onChange: (text: string) => void;
  onSend: () => void;
  onCancel: () => void;
  canSend: boolean;
}) {
  const { draft, value, onChange, onSend, onCancel, canSend } = props;
  const shown = useDeferredValue(value);
  const parts = useMemo(() => diffWordsWithSpace(draft, shown, { timeout: 200 }) ?? [], [draft, shown]);
  return (
    <Box>
      <Textarea
        label={t('review.edit.label')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={6}
        maxRows={18}
        maxLength={MOST_CHARACTERS}
        dir="auto"
        autoFocus
        styles={{ input: { fontSize: 15, lineHeight: 1.6 } }}
      />
      <Group mt="xs" gap="xs">
        <KeyedButton hotkey="mod+enter" onClick={onSend} disabled={!canSend} size="xs">
          {t('review.edit.send')}
        </KeyedButton>
        <KeyedButton hotkey="escape" onClick={onCancel} variant="default" size="xs">
          {t('review.edit.cancel')}
        </KeyedButton>
      </Group>
      <Text size="xs" c="dimmed" mt="md" mb={4}>
        {t('review.edit.diff')}
      </Text>
      <div className={styles['bubble']} style={{ fontSize: 13.5 }} dir="auto" data-testid="diff">
        {shown === draft
          ? t('review.edit.same')
          : parts.map(({ value: words, added, removed }, index) =>
              added ? (
                <ins key={index} className={styles['added']}>
                  {words}
                </ins>
              ) : removed ? (
                <del key={index} className={styles['removed']}>
                  {words}
                </del>
              ) : (
                words
              ),
            )}
      </div>
    </Box>
  );
}
