import { Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { locale, t } from '../../i18n/index.ts';

const names = new Intl.ListFormat(locale, { type: 'conjunction' });

/** Who else looks at the item: a hint before two people write the same answer. */
export function OpenBy({ people }: { people: readonly { id: string; name: string }[] }) {
  return (
    <Group gap={6} wrap="nowrap" role="status" data-testid="open-by">
      <IconEye size={16} color="var(--warn)" style={{ flexShrink: 0 }} />
      <Text size="sm" c="var(--warn)">
        {t('review.openBy', { count: people.length, names: names.format(people.map(({ name }) => name)) })}
      </Text>
    </Group>
  );
}
