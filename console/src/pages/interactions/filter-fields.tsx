import { ActionIcon, Chip, Group, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { FilterPill } from '../../components/tables/filter-pill.tsx';
import { format } from '../../components/tables/format.ts';
import { languageWord, plainWord } from '../../components/tables/words.ts';
import { t } from '../../i18n/index.ts';
import { CHANNELS, type Channel } from '../insight/view.ts';
import { type Label, LABELS, type ListFilter, WORDS } from './filter.ts';

/** Search and filters of the list; each change goes to the address. */
export function FilterFields({ filter, onChange }: { filter: ListFilter; onChange: (filter: ListFilter) => void }) {
  const [text, setText] = useState(filter.q ?? '');
  const search = useDebouncedCallback((q: string) => onChange({ ...filter, q: q || undefined }), 250);
  useEffect(() => setText(filter.q ?? ''), [filter.q]);
  return (
    <Group gap="xs" role="search">
      <TextInput
        flex="1 1 220px"
        leftSection={<IconSearch size={16} />}
        placeholder={t('interactions.search')}
        aria-label={t('interactions.search')}
        value={text}
        maxLength={200}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          search(value);
        }}
        rightSection={
          text && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('interactions.clearSearch')}
              onClick={() => {
                setText('');
                onChange({ ...filter, q: undefined });
              }}
            >
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
      <Chip.Group
        multiple
        value={filter.label ?? []}
        onChange={(value) => onChange({ ...filter, label: value.length > 0 ? (value as Label[]) : undefined })}
      >
        <Group gap={6} role="group" aria-label={t('interactions.label')}>
          {LABELS.map((label) => (
            <Chip key={label} value={label} size="xs" variant="outline">
              {t(`shell.sentiment.${label}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <MultiSelect
        flex="0 1 230px"
        size="sm"
        aria-label={t('interactions.channel')}
        placeholder={filter.channel ? undefined : t('interactions.anyChannel')}
        data={CHANNELS.map((channel) => ({ value: channel, label: t(`shell.channel.${channel}`) }))}
        value={filter.channel ?? []}
        onChange={(value) => onChange({ ...filter, channel: value.length > 0 ? (value as Channel[]) : undefined })}
        clearable
      />
      {filter.customer && (
        <FilterPill text={t('interactions.ofCustomer', { id: filter.customer })} onRemove={() => onChange({ ...filter, customer: undefined })} />
      )}
      {WORDS.flatMap((kind) =>
        (filter[kind] ?? []).map((word) => (
          <FilterPill
            key={`${kind} ${word}`}
            text={t(`interactions.with.${kind}`, { word: kind === 'language' ? languageWord(word) : plainWord(word) })}
            onRemove={() => onChange({ ...filter, [kind]: filter[kind]!.filter((other) => other !== word) })}
          />
        )),
      )}
      {(filter.from ?? filter.to) && (
        <FilterPill
          text={t('interactions.between', {
            from: filter.from ? format.dateTime(filter.from) : '…',
            to: filter.to ? format.dateTime(filter.to) : '…',
          })}
          onRemove={() => onChange({ ...filter, from: undefined, to: undefined })}
        />
      )}
    </Group>
  );
}
