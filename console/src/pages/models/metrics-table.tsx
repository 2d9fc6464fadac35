import { Table, VisuallyHidden } from '@mantine/core';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';
import classes from './metrics-table.module.css';
import type { MeasuredFigure } from './metrics.ts';

/** What was measured after training. The strip shows value and interval on the scale from 0 to 1. */
export function MetricsTable({ figures }: { figures: readonly MeasuredFigure[] }) {
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('models.testSet')}</Table.Th>
            <Table.Th>{t('models.figure')}</Table.Th>
            <Table.Th ta="right">{t('models.value')}</Table.Th>
            <Table.Th ta="right">{t('models.interval')}</Table.Th>
            <Table.Th className={classes['strip']}>
              <VisuallyHidden>{t('models.picture')}</VisuallyHidden>
            </Table.Th>
            <Table.Th ta="right">{t('models.rows')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {figures.map(({ set, figure, value, low, high, n }) => (
            <Table.Tr key={`${set}.${figure}`}>
              <Table.Td>{set}</Table.Td>
              <Table.Td>{figure}</Table.Td>
              <Table.Td ta="right" className="figures">
                {format.number(value, 3)}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {low !== undefined && high !== undefined ? t('models.from', { low: format.number(low, 3), high: format.number(high, 3) }) : ''}
              </Table.Td>
              <Table.Td className={classes['strip']}>
                {value >= 0 && value <= 1 && (
                  <div className={classes['scale']} aria-hidden>
                    {low !== undefined && high !== undefined && (
                      <div className={classes['range']} style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
                    )}
                    <div className={classes['dot']} style={{ left: `${value * 100}%` }} />
                  </div>
                )}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {format.number(n)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
