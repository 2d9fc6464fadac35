import { ActionIcon, Code, CopyButton, Group, Text } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../i18n/index.ts';

/** The id by which the platform's log tells what happened to one request; nothing when there is none. */
export function TraceId({ value }: { value: string | undefined }) {
  if (!value) return null;
  return (
    <Group gap={6} w="fit-content" title={t('shell.traceHint')}>
      <Text size="xs" c="dimmed">
        {t('shell.traceId')}
      </Text>
      <Code fz="xs">{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon variant="subtle" size="xs" onClick={copy} aria-label={copied ? t('shell.copied') : t('shell.copy')}>
            {copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
