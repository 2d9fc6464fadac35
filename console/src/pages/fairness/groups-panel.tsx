import { Table, useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { Chart } from '../../components/charts/chart.tsx';
import { paletteOf } from '../../components/charts/palette.ts';
import { Panel } from '../../components/charts/panel.tsx';
import { format } from '../../components/tables/format.ts';
import type { AuditPartsFragment } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { ratesOption } from './rates-option.ts';

const COLUMNS = ['selectionRate', 'accuracy', 'truePositiveRate', 'falsePositiveRate'] as const;

/** The groups of one attribute side by side. */
export function GroupsPanel({ attribute, groups }: { attribute: string; groups: AuditPartsFragment['groups'] }) {
  const scheme = useComputedColorScheme('light');
  const option = useMemo(
    () =>
      ratesOption(groups, paletteOf(scheme), {
        selection: t('fairness.rate.selectionRate'),
        truePositive: t('fairness.rate.truePositiveRate'),
        falsePositive: t('fairness.rate.falsePositiveRate'),
      }),
    [groups, scheme],
  );
  return (
    <Panel
      title={t('fairness.groupsBy', { attribute })}
      note={t('fairness.groupsNote')}
      data={{
        file: `groups-${attribute}`,
        header: ['attribute', 'group', 'size', ...COLUMNS],
        rows: groups.map((group) => [attribute, group.group, group.size, ...COLUMNS.map((column) => group[column])]),
      }}
      table={
        <Table.ScrollContainer minWidth={460}>
          <Table fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{attribute}</Table.Th>
                <Table.Th ta="right">{t('fairness.size')}</Table.Th>
                {COLUMNS.map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`fairness.rate.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {groups.map((group) => (
                <Table.Tr key={group.group}>
                  <Table.Td>{group.group}</Table.Td>
                  <Table.Td ta="right">{format.number(group.size)}</Table.Td>
                  {COLUMNS.map((column) => (
                    <Table.Td key={column} ta="right" className="figures">
                      {format.share(group[column])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      }
    >
      <Chart option={option} height={240} label={t('fairness.groupsAria', { attribute })} />
    </Panel>
  );
}
