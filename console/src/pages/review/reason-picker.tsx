import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { KeyedButton } from './keyed-button.tsx';
import { type Asking, OTHER_KEY, reasonsFor } from './reasons.ts';

/** Why not, or why somebody else: a digit decides at once; 9 takes words. */
export function ReasonPicker(props: {
  asking: Exclude<Asking, 'SNOOZE'>;
  other: boolean;
  onOther: () => void;
  onPick: (reason: string, label: string) => void;
  onCancel: () => void;
}) {
  const { asking, other, onOther, onPick, onCancel } = props;
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) onPick(text.trim(), 'other');
  };
  return (
    <Stack gap={6} role="group" aria-label={t(asking === 'REJECT' ? 'review.whyReject' : 'review.whyEscalate')}>
      <Text size="sm" fw={600}>
        {t(asking === 'REJECT' ? 'review.whyReject' : 'review.whyEscalate')}
      </Text>
      {reasonsFor(asking).map(({ label, text: reason }, index) => (
        <KeyedButton key={label} hotkey={String(index + 1)} variant="default" size="xs" onClick={() => onPick(reason, label)}>
          {reason}
        </KeyedButton>
      ))}
      {other ? (
        <form onSubmit={submit}>
          <TextInput
            size="xs"
            label={t('review.otherLabel')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            maxLength={2000}
            autoFocus
          />
          <Group mt={6}>
            <Button size="xs" type="submit" disabled={!text.trim()}>
              {t('review.confirm')}
            </Button>
          </Group>
        </form>
      ) : (
        <KeyedButton hotkey={OTHER_KEY} variant="default" size="xs" onClick={onOther}>
          {t('review.other')}
        </KeyedButton>
      )}
      <KeyedButton hotkey="escape" variant="subtle" color="gray" size="xs" onClick={onCancel}>
        {t('shell.cancel')}
      </KeyedButton>
    </Stack>
  );
}
