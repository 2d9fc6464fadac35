import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Skeleton, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Panel } from '../../components/charts/panel.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { t } from '../../i18n/index.ts';
import { ReviewHealthDocument } from './documents.ts';

/** A decision that ends a review; and of those, what let an answer go out. */
export const DECIDED = ['APPROVED', 'EDITED', 'REJECTED'] as const;
export const LET_OUT = ['APPROVED', 'EDITED'] as const;

/** What the review service counts. `tick` grows when it should be asked again. */
export function useReviewHealth(range: { from: string; to: string }, tick: number) {
  const { data, previousData, error, refetch } = useQuery(ReviewHealthDocument, { variables: range });
  useEffect(() => {
    if (tick > 0) void refetch().catch(() => undefined);
  }, [tick, refetch]);
  return { stats: (data ?? previousData)?.reviewStats, error, retry: () => void refetch().catch(() => undefined) };
}

/** The queue at this moment, and what was decided in the range, by whom and how fast. */
export function ReviewHealth({ stats, error, retry, range }: ReturnType<typeof useReviewHealth> & { range: { from: string; to: string } }) {
  const decided = { status: [...DECIDED], decidedFrom: range.from, decidedTo: range.to };
  const letOut = { ...decided, status: [...LET_OUT] };
  const figures =
    stats &&
    ([
      ['open', format.number(stats.open), '/review', {}],
      ['claimed', format.number(stats.claimed), '/reviews', { status: ['CLAIMED'] }],
      ['overdue', format.number(stats.overdue), '/review', { show: 'overdue' }],
      ['decided', format.number(stats.decided), '/reviews', decided],
      ['approvalRate', format.share(stats.approvalRate), '/reviews', letOut],
      ['median', format.duration(stats.medianTimeToDecision), '/reviews', decided],
      ['p90', format.duration(stats.p90TimeToDecision), '/reviews', decided],
    ] as const);
  return (
    <Panel
      title={t('insight.review.title')}
      note={t('insight.review.note')}
      data={
        stats && {
          file: 'reviewers',
          header: ['reviewer', 'decided', 'approvalRate', 'medianTimeToDecision'],
          rows: stats.byReviewer.map((row) => [row.user.name, row.decided, row.approvalRate, row.medianTimeToDecision]),
        }
      }
    >
      {error && !stats && <FaultNote error={error} onRetry={retry} />}
      {!stats && !error && <Skeleton height={160} />}
      {figures && (
        <SimpleGrid cols={{ base: 2, xs: 4, md: 7 }} spacing="sm" mb="md">
          {figures.map(([id, value, to, search]) => (
            <div key={id}>
              <Text size="xs" c="dimmed">
                {t(`insight.review.${id}`)}
              </Text>
              <RowsLink to={to} search={search} fw={700} size="lg" c="inherit">
                {value}
              </RowsLink>
            </div>
          ))}
        </SimpleGrid>
      )}
      {stats && stats.byReviewer.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('insight.review.reviewer')}</Table.Th>
                <Table.Th ta="right">{t('insight.review.decided')}</Table.Th>
                <Table.Th ta="right">{t('insight.review.approvalRate')}</Table.Th>
                <Table.Th ta="right">{t('insight.review.median')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {stats.byReviewer.map((row) => (
                <Table.Tr key={row.user.id}>
                  <Table.Td>{row.user.name}</Table.Td>
                  <Table.Td ta="right">
                    <RowsLink to="/reviews" search={{ ...decided, by: row.user.id }} size="sm" c="inherit">
                      {format.number(row.decided)}
                    </RowsLink>
                  </Table.Td>
                  <Table.Td ta="right">
                    <RowsLink to="/reviews" search={{ ...letOut, by: row.user.id }} size="sm" c="inherit">
                      {format.share(row.approvalRate)}
                    </RowsLink>
                  </Table.Td>
                  <Table.Td ta="right">{format.duration(row.medianTimeToDecision)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Panel>
  );
}
