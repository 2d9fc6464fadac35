import { useMutation } from '@apollo/client/react';
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useCan } from '../../auth/use-auth.ts';
import type { ExportFormat, ExportInput } from '../../generated/graphql.ts';
import { toFault } from '../../graphql/faults.ts';
import { t } from '../../i18n/index.ts';
import { ExportReportDocument } from './documents.ts';

const FORMATS: ExportFormat[] = ['CSV', 'PARQUET'];

/** The rows behind everything on the page, as a file. */
export function ExportButton({ what }: { what: Omit<ExportInput, 'format'> }) {
  const may = useCan('analytics:export');
  const [run, { loading }] = useMutation(ExportReportDocument);
  if (!may) return null;
  const get = async (format: ExportFormat) => {
    try {
      const { data } = await run({ variables: { input: { ...what, format } } });
      if (data) download(data.exportReport.url);
    } catch (error) {
      notifications.show({ color: 'red', title: t('insight.export.failed'), message: toFault(error).message });
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={14} />} loading={loading}>
          {t('insight.export.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((one) => (
          <Menu.Item key={one} onClick={() => void get(one)}>
            {t(`insight.export.format.${one}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The link is below this address and says by itself that it is a file to be kept. */
function download(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
