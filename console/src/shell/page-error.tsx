import { Button, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { TraceId } from '../components/trace-id.tsx';
import { toFault } from '../graphql/faults.ts';
import { t } from '../i18n/index.ts';

/** In place of a page that threw; menu and other pages go on. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const fault = toFault(error);
  return (
    <Stack p="xl" maw={640} role="alert">
      <Title order={1} size="h3">
        {t('shell.brokenTitle')}
      </Title>
      <Text>{t('shell.brokenText')}</Text>
      <Text ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {fault.code}: {fault.message}
      </Text>
      <TraceId value={fault.traceId} />
      <Button w="fit-content" onClick={reset}>
        {t('shell.retry')}
      </Button>
    </Stack>
  );
}
