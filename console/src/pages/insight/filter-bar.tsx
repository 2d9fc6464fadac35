import { Button, Group, MultiSelect, Popover, SegmentedControl, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { IconCalendar, IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { t } from '../../i18n/index.ts';
import { CHANNELS, type Channel, type Interval, type Preset, PRESETS, type ResolvedView, type View } from './view.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Range, interval, zone and filters. Every change goes to the address at once, so that what is seen can be sent to somebody. */
export function FilterBar({ view, resolved, onChange }: { view: View; resolved: ResolvedView; onChange: (view: View) => void }) {
  const custom = view.from !== undefined;
  const set = (change: Partial<View>) => onChange({ ...view, ...change });
  const filters = (view.channel ? 1 : 0) + (view.language ? 1 : 0) + (view.customer ? 1 : 0);
  return (
    <Group gap="xs" role="group" aria-label={t('insight.filters')}>
      <SegmentedControl
        size="xs"
        aria-label={t('insight.range')}
        value={custom ? '' : (view.range ?? '7d')}
        data={Object.keys(PRESETS).map((preset) => ({ value: preset, label: t(`insight.presets.${preset as Preset}`) }))}
        onChange={(value) => set({ range: value as Preset, from: undefined, to: undefined })}
      />
      <CustomRange view={view} resolved={resolved} onChange={set} />
      <Select
        size="xs"
        w={110}
        aria-label={t('insight.interval')}
        value={resolved.interval}
        allowDeselect={false}
        data={resolved.intervals.map((interval) => ({ value: interval, label: t(`insight.intervals.${interval}`) }))}
        onChange={(value) => set({ interval: (value as Interval) ?? undefined })}
      />
      <Select
        size="xs"
        w={170}
        searchable
        limit={60}
        aria-label={t('insight.timezone')}
        value={resolved.timezone}
        allowDeselect={false}
        data={ZONES.includes(resolved.timezone) ? ZONES : [resolved.timezone, ...ZONES]}
        onChange={(value) => set({ tz: value ?? undefined })}
      />
      <Popover position="bottom-start" shadow="md" withinPortal trapFocus>
        <Popover.Target>
          <Button size="xs" variant={filters > 0 ? 'light' : 'default'} leftSection={<IconFilter size={14} />}>
            {filters > 0 ? t('insight.filterCount', { count: filters }) : t('insight.filter')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown w={300}>
          <Stack gap="sm">
            <MultiSelect
              label={t('insight.channel')}
              data={CHANNELS.map((channel) => ({ value: channel, label: t(`shell.channel.${channel}`) }))}
              value={view.channel ?? []}
              clearable
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => set({ channel: value.length > 0 ? (value as Channel[]) : undefined })}
            />
            <TagsInput
              label={t('insight.language')}
              description={t('insight.languageHint')}
              data={['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'und']}
              value={view.language ?? []}
              comboboxProps={{ withinPortal: false }}
              onChange={(value) => {
                const codes = value.filter((one) => /^[a-z]{2,3}$/.test(one));
                set({ language: codes.length > 0 ? codes : undefined });
              }}
            />
            <CustomerField key={view.customer ?? ''} value={view.customer ?? ''} onChange={(customer) => set({ customer })} />
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

function CustomerField({ value, onChange }: { value: string; onChange: (customer: string | undefined) => void }) {
  const [text, setText] = useState(value);
  const commit = () => onChange(text.trim() || undefined);
  return (
    <TextInput
      label={t('insight.customer')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text.trim() !== value && commit()}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

/** Two native fields: they know every locale's habits, and keyboards and screen readers know them. */
function CustomRange({ view, resolved, onChange }: { view: View; resolved: ResolvedView; onChange: (change: Partial<View>) => void }) {
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const bad = from === '' || to === '' || Date.parse(from) >= Date.parse(to);
  const show = () => {
    setFrom(localField(resolved.range.from));
    setTo(localField(resolved.range.to));
    setOpen(!open);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button size="xs" variant={view.from ? 'light' : 'default'} leftSection={<IconCalendar size={14} />} onClick={show}>
          {t('insight.custom')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <TextInput type="datetime-local" label={t('insight.from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput
            type="datetime-local"
            label={t('insight.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={bad && from !== '' && to !== '' ? t('insight.rangeBad') : undefined}
          />
          <Button
            size="xs"
            disabled={bad}
            onClick={() => {
              onChange({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), range: undefined });
              setOpen(false);
            }}
          >
            {t('insight.apply')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What a `datetime-local` field takes: the browser's own time, to the minute. */
function localField(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
