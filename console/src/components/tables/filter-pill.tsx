import { Pill } from '@mantine/core';
import { t } from '../../i18n/index.ts';

/** A condition that came with the address, in words, and the way to take it off. */
export function FilterPill({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <Pill size="md" withRemoveButton onRemove={onRemove} removeButtonProps={{ 'aria-label': t('parts.withoutFilter', { filter: text }) }}>
      {text}
    </Pill>
  );
}
