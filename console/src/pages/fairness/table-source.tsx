import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';
import classes from './fairness.module.css';
import { sampleTable } from './sample-table.ts';

/** What the platform takes, in bytes. */
const LARGEST = 50 * 1024 * 1024;
/** A larger table is not put into the text field, which would choke on it. */
const SHOWN = 200_000;

/** A table from a file (chosen or dropped), from the clipboard, or the sample. */
export function TableSource({ csv, onTable }: { csv: string; onTable: (csv: string, name?: string) => void }) {
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);
  const take = async (file: File | null | undefined) => {
    if (!file) return;
    setTooLarge(file.size > LARGEST);
    if (file.size <= LARGEST) onTable(await file.text(), file.name.replace(/\.\w+$/, ''));
  };
  return (
    <div
      className={classes['drop']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <Group gap="xs" mb="xs">
        <FileButton onChange={(file) => void take(file)} accept=".csv,text/csv">
          {(props) => (
            <Button {...props} size="xs" variant="light" leftSection={<IconUpload size={14} />}>
              {t('fairness.upload')}
            </Button>
          )}
        </FileButton>
        <Button size="xs" variant="default" onClick={() => onTable(sampleTable(), t('fairness.sampleName'))}>
          {t('fairness.sample')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('fairness.dropHint')}
        </Text>
      </Group>
      {tooLarge && (
        <Text size="sm" c="var(--negative)" role="alert">
          {t('fairness.tooLarge')}
        </Text>
      )}
      {csv.length > SHOWN ? (
        <Text size="sm">{t('fairness.large', { size: format.bytes(csv.length) })}</Text>
      ) : (
        <Textarea
          aria-label={t('fairness.csv')}
          placeholder={'gender,score,approved\nwoman,0.71,yes\nman,0.44,no'}
          value={csv}
          onChange={(event) => onTable(event.currentTarget.value)}
          minRows={4}
          maxRows={8}
          autosize
          spellCheck={false}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        />
      )}
    </div>
  );
}
