import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { toFault } from '../graphql/faults.ts';
import { t } from '../i18n/index.ts';
import { TraceId } from './trace-id.tsx';

/** Any error in the place where its answer would stand, with the platform's words, the trace id and a way to try again. */
export function FaultNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { code, message, traceId } = toFault(error);
  const missing = code === 'NOT_IMPLEMENTED';
  return (
    <Alert variant="light" color={missing ? 'gray' : 'red'} icon={<IconAlertTriangle />} role="alert" title={code}>
      <Stack gap="xs">
        <Text size="sm">{message}</Text>
        <Group justify="space-between">
          <TraceId value={traceId} />
          {onRetry && !missing && (
            <Button size="compact-sm" variant="light" color="red" onClick={onRetry}>
              {t('shell.retry')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}
