import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { locale, t } from '../../i18n/index.ts';
import { KeyedButton } from './keyed-button.tsx';
import { snoozeChoices } from './snooze-choices.ts';

const DAY = 86_400_000;
const soon = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
const later = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' });
const shown = (until: Date): string => (until.getTime() - Date.now() < 6 * DAY ? soon : later).format(until);

/** Until when the item should be away: a digit decides at once. */
export function SnoozePicker({ onPick, onCancel }: { onPick: (until: Date) => void; onCancel: () => void }) {
  const [choices] = useState(() => snoozeChoices(new Date()));
  return (
    <Stack gap={6} role="group" aria-label={t('review.whenSnooze')}>
      <Text size="sm" fw={600}>
        {t('review.whenSnooze')}
      </Text>
      {choices.map(({ id, text, until }, index) => (
        <KeyedButton key={id} hotkey={String(index + 1)} variant="default" size="xs" onClick={() => onPick(until)}>
          {`${text} · ${shown(until)}`}
        </KeyedButton>
      ))}
      <KeyedButton hotkey="escape" variant="subtle" color="gray" size="xs" onClick={onCancel}>
        {t('shell.cancel')}
      </KeyedButton>
    </Stack>
  );
}
