import { useQuery } from '@apollo/client/react';
import { SimpleGrid, Skeleton, Table, Text } from '@mantine/core';
import { useEffect } from 'react';
import { Panel } from '../../components/charts/panel.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { t } from '../../i18n/index.ts';
import { ReviewHealthDocument } from './documents.ts';

/** What the review service counts. `tick` grows when it should be asked again. */
export function useReviewHealth(range: { from: string; to: string }, tick: number) {
  const { data, previousData, error, refetch } = useQuery(ReviewHealthDocument, { variables: range });
  useEffect(() => {
    if (tick > 0) void refetch().catch(() => undefined);
  }, [tick, refetch]);
  return { stats: (data ?? previousData)?.reviewStats, error, retry: () => void refetch().catch(() => undefined) };
}

/** The queue at this moment, and what was decided in the range, by whom and how fast. */
export function ReviewHealth({ stats, error, retry }: ReturnType<typeof useReviewHealth>) {
  const figures =
    stats &&
    ([
      ['open', format.number(stats.open), {}],
      ['claimed', format.number(stats.claimed), {}],
      ['overdue', format.number(stats.overdue), { show: 'overdue' }],
      ['decided', format.number(stats.decided), null],
      ['approvalRate', format.share(stats.approvalRate), null],
      ['median', format.duration(stats.medianTimeToDecision), null],
      ['p90', format.duration(stats.p90TimeToDecision), null],
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
          {figures.map(([id, value, search]) => (
            <div key={id}>
              <Text size="xs" c="dimmed">
                {t(`insight.review.${id}`)}
              </Text>
              {search ? (
                <RowsLink to="/review" search={search} fw={700} size="lg" c="inherit">
                  {value}
                </RowsLink>
              ) : (
                <Text fw={700} size="lg">
                  {value}
                </Text>
              )}
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
                  <Table.Td ta="right">{format.number(row.decided)}</Table.Td>
                  <Table.Td ta="right">{format.share(row.approvalRate)}</Table.Td>
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
