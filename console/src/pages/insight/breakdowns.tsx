import { SimpleGrid } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { CustomerName } from '../../components/tables/customer-name.tsx';
import { channelWord, languageWord, reasonWord, sentimentWord } from '../../components/tables/words.ts';
import { t } from '../../i18n/index.ts';
import { type BreakdownItem, BreakdownPanel } from './breakdown-panel.tsx';

interface Row {
  key: string;
  count: number;
  averageScore?: number | null;
  negativeShare?: number | null;
}

/** The answers to the breakdowns. */
export interface BreakdownData {
  channels: readonly Row[];
  labels: readonly Row[];
  languages: readonly Row[];
  emotions: readonly Row[];
  aspects: readonly Row[];
  customers: readonly Row[];
  reasons: readonly Row[];
  reviewers: readonly Row[];
}

const plainWord = (key: string) => key.replaceAll('_', ' ');
const TONES = ['negative', 'neutral', 'positive'] as const;
const toneOf = (label: string) => TONES.find((tone) => tone === label.toLowerCase());

/** How the range divides. Emotions, aspects, languages, reasons and reviewers have no link: no list can be filtered by them yet. */
export function Breakdowns({ data, filters, names }: { data: BreakdownData; filters: Record<string, unknown>; names: ReadonlyMap<string, string> }) {
  const panels = useMemo(() => {
    const item = (row: Row & { tone?: BreakdownItem['tone'] }, name: ReactNode, link?: BreakdownItem['link']): BreakdownItem => ({
      ...row,
      name,
      link,
    });
    return [
      ['channel', data.channels.map((row) => item(row, channelWord(row.key), { to: '/interactions', search: { ...filters, channel: [row.key] } }))],
      [
        'label',
        data.labels.map((row) =>
          item({ ...row, negativeShare: null, tone: toneOf(row.key) }, sentimentWord(row.key), {
            to: '/interactions',
            search: { ...filters, label: [row.key] },
          }),
        ),
      ],
      ['emotion', data.emotions.map((row) => item(row, plainWord(row.key)))],
      ['aspect', data.aspects.map((row) => item(row, plainWord(row.key)))],
      ['customer', data.customers.map((row) => item(row, <CustomerName id={row.key} />, { to: '/customers/$id', params: { id: row.key } }))],
      ['reason', data.reasons.map((row) => item(row, reasonWord(row.key)))],
      ['reviewer', data.reviewers.map((row) => item({ ...row, negativeShare: null }, names.get(row.key) ?? row.key))],
      ['language', data.languages.map((row) => item(row, languageWord(row.key)))],
    ] as const;
  }, [data, filters, names]);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      {panels.map(([id, items]) => (
        <BreakdownPanel key={id} file={`by-${id}`} title={t(`insight.by.${id}`)} note={t(`insight.byNote.${id}`)} items={items} />
      ))}
    </SimpleGrid>
  );
}
