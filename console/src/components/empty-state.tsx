import { Code, Stack, Text, ThemeIcon } from '@mantine/core';
import type { IconProps } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { t } from '../i18n/index.ts';

/** Where a list would stand: what is missing, why that is, and the next command or button. */
export function EmptyState(props: { icon: ComponentType<IconProps>; title: string; text?: string; command?: string; children?: ReactNode }) {
  const { icon: Icon, title, text, command, children } = props;
  return (
    <Stack align="center" justify="center" gap="xs" py={48} px="md">
      <ThemeIcon variant="light" size={52} radius="xl" color="gray">
        <Icon size={26} stroke={1.5} />
      </ThemeIcon>
      <Text fw={600} ta="center">
        {title}
      </Text>
      {text && (
        <Text c="dimmed" size="sm" ta="center" maw={420}>
          {text}
        </Text>
      )}
      {command && (
        <Text size="sm" c="dimmed">
          {t('shell.empty.next')}: <Code fz="sm">{command}</Code>
        </Text>
      )}
      {children}
    </Stack>
  );
}
