import { ScrollArea, Table } from '@mantine/core';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { t } from '../../i18n/index.ts';
import type { Bucket } from './sentiment-chart.ts';
import type { ResolvedView } from './view.ts';

const LABELS = ['negative', 'neutral', 'positive'] as const;

/** The trend in figures; each figure leads to its rows. */
export function TrendTable({
  buckets,
  view,
  rowsOf,
}: {
  buckets: readonly Bucket[];
  view: ResolvedView;
  rowsOf: (index: number, label?: string) => object;
}) {
  const link = (count: number, index: number, label?: string) =>
    count === 0 ? (
      '0'
    ) : (
      <RowsLink to="/interactions" search={rowsOf(index, label)} size="sm">
        {format.number(count)}
      </RowsLink>
    );
  return (
    <ScrollArea.Autosize mah={420} tabIndex={0}>
      <Table stickyHeader striped withRowBorders={false} miw={460}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('insight.trend.start')}</Table.Th>
            <Table.Th ta="right">{t('insight.kpi.interactions')}</Table.Th>
            {LABELS.map((one) => (
              <Table.Th key={one} ta="right">
                {t(`shell.sentiment.${one.toUpperCase() as 'NEGATIVE'}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('insight.trend.average')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {buckets.map((bucket, index) => (
            <Table.Tr key={bucket.start}>
              <Table.Td>{format.bucket(bucket.start, view.interval, view.timezone)}</Table.Td>
              <Table.Td ta="right">{link(bucket.count, index)}</Table.Td>
              {LABELS.map((one) => (
                <Table.Td key={one} ta="right">
                  {link(bucket[one], index, one.toUpperCase())}
                </Table.Td>
              ))}
              <Table.Td ta="right">{format.score(bucket.averageScore)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
