import { ActionIcon, Card, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { type Cell, downloadCsv, toCsv } from '../tables/csv.ts';
import { t } from '../../i18n/index.ts';

/** The data of a panel, for its file. */
export interface PanelData {
  /** Without ending. */
  file: string;
  header: string[];
  rows: Cell[][];
}

/**
 * A titled card of a dashboard. With `table` it can be switched to a table, which is how numbers are reached by keyboard;
 * with `data` it offers what it shows as CSV.
 */
export function Panel({
  title,
  note,
  data,
  table,
  children,
}: {
  title: string;
  note?: string;
  data?: PanelData;
  table?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <Card withBorder component="section" aria-labelledby={id} padding="md" radius="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm" gap="xs">
        <div>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {note && (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          )}
        </div>
        <Group gap={4} wrap="nowrap">
          {table && (
            <Tooltip label={t(asTable ? 'parts.asChart' : 'parts.asTable')}>
              <ActionIcon
                variant={asTable ? 'light' : 'subtle'}
                color="gray"
                aria-pressed={asTable}
                aria-label={t('parts.tableOf', { title })}
                onClick={() => setAsTable(!asTable)}
              >
                <IconTable size={16} />
              </ActionIcon>
            </Tooltip>
          )}
          {data && (
            <Tooltip label={t('parts.csv')}>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={data.rows.length === 0}
                aria-label={t('parts.csvOf', { title })}
                onClick={() => downloadCsv(`${data.file}.csv`, toCsv(data.header, data.rows))}
              >
                <IconDownload size={16} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      {asTable ? table : children}
    </Card>
  );
}
