import { useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import type { ReviewDetailQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { AddNote } from './operations.ts';

type Item = NonNullable<ReviewDetailQuery['reviewItem']>;

/** Everything that happened to the item, and a line to add a note to it. */
export function ItemHistory({ item, canWrite }: { item: Item; canWrite: boolean }) {
  const [text, setText] = useState('');
  const [addNote, { loading, error }] = useMutation(AddNote);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { data } = await addNote({ variables: { id: item.id, text: text.trim() } });
    if (data) setText('');
  };
  return (
    <Stack gap={8}>
      <Text size="xs" fw={600} c="dimmed">
        {t('review.history')}
      </Text>
      {item.history.map(({ change, at, note, by }, index) => (
        <div key={index}>
          <Group gap={6} wrap="nowrap" justify="space-between">
            <Text size="xs">
              <strong>{by?.name ?? t('review.platform')}</strong> {t(`review.change.${change}`)}
            </Text>
            <TimeAgo at={at} />
          </Group>
          {note && change !== 'ASSIGNED' && change !== 'SNOOZED' && (
            <Text size="xs" c="dimmed" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {note}
            </Text>
          )}
        </div>
      ))}
      {canWrite && (
        <form onSubmit={(event) => void submit(event)}>
          <Group gap={6} wrap="nowrap">
            <TextInput
              size="xs"
              flex={1}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              placeholder={t('review.addNote')}
              aria-label={t('review.addNote')}
              maxLength={5000}
            />
            <Button size="xs" variant="default" type="submit" disabled={!text.trim()} loading={loading}>
              {t('review.addNote')}
            </Button>
          </Group>
        </form>
      )}
      {error && <FaultNote error={error} />}
    </Stack>
  );
}
