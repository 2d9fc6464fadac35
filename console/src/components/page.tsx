import { Box, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { t } from '../i18n/index.ts';

/** Title, tools at its side, and the page below. Names the browser's tab too. */
export function Page(props: { title: string; lead?: ReactNode; tools?: ReactNode; children: ReactNode }) {
  const { title, lead, tools, children } = props;
  useEffect(() => {
    document.title = `${title} · ${t('shell.product')}`;
  }, [title]);
  return (
    <Box p={{ base: 'sm', sm: 'lg' }} maw={1440}>
      <Group justify="space-between" align="flex-end" mb="md" gap="sm">
        <div>
          <Title order={1} size="h3">
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" size="sm">
              {lead}
            </Text>
          )}
        </div>
        {tools}
      </Group>
      {children}
    </Box>
  );
}
