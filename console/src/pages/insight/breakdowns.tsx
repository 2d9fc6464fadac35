import { SimpleGrid } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { CustomerName } from '../../components/tables/customer-name.tsx';
import { channelWord, languageWord, plainWord, reasonWord, sentimentWord } from '../../components/tables/words.ts';
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

const TONES = ['negative', 'neutral', 'positive'] as const;
const toneOf = (label: string) => TONES.find((tone) => tone === label.toLowerCase());

/** How the range divides, each row with a way to what is behind it. Reviews are listed whole: their list knows no channel, language or customer. */
export function Breakdowns({
  data,
  filters,
  range,
  names,
}: {
  data: BreakdownData;
  filters: Record<string, unknown>;
  range: { from: string; to: string };
  names: ReadonlyMap<string, string>;
}) {
  const panels = useMemo(() => {
    const item = (row: Row & { tone?: BreakdownItem['tone'] }, name: ReactNode, link?: BreakdownItem['link']): BreakdownItem => ({
      ...row,
      name,
      link,
    });
    const messages = (search: object) => ({ to: '/interactions', search: { ...filters, ...search } });
    const reviews = (search: object) => ({ to: '/reviews', search });
    return [
      ['channel', data.channels.map((row) => item(row, channelWord(row.key), messages({ channel: [row.key] })))],
      [
        'label',
        data.labels.map((row) =>
          item({ ...row, negativeShare: null, tone: toneOf(row.key) }, sentimentWord(row.key), messages({ label: [row.key] })),
        ),
      ],
      ['emotion', data.emotions.map((row) => item(row, plainWord(row.key), messages({ emotion: [row.key] })))],
      ['aspect', data.aspects.map((row) => item(row, plainWord(row.key), messages({ aspect: [row.key] })))],
      ['customer', data.customers.map((row) => item(row, <CustomerName id={row.key} />, { to: '/customers/$id', params: { id: row.key } }))],
      ['reason', data.reasons.map((row) => item(row, reasonWord(row.key), reviews({ reason: [row.key], addedFrom: range.from, addedTo: range.to })))],
      [
        'reviewer',
        data.reviewers.map((row) =>
          item(
            { ...row, negativeShare: null },
            names.get(row.key) ?? row.key,
            reviews({ by: row.key, decidedFrom: range.from, decidedTo: range.to }),
          ),
        ),
      ],
      ['language', data.languages.map((row) => item(row, languageWord(row.key), messages({ language: [row.key] })))],
    ] as const;
  }, [data, filters, range, names]);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
      {panels.map(([id, items]) => (
        <BreakdownPanel key={id} file={`by-${id}`} title={t(`insight.by.${id}`)} note={t(`insight.byNote.${id}`)} items={items} />
      ))}
    </SimpleGrid>
  );
}
