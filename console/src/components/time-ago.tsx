import { Text } from '@mantine/core';
import { formatAgo, formatDateTime } from '../i18n/format.ts';
import { useNow } from './use-now.ts';

/** "3 min ago", kept current, with the exact time on hover. */
export function TimeAgo({ at, size = 'xs' }: { at: string; size?: string }) {
  const now = useNow(30_000);
  return (
    <Text component="time" title={formatDateTime(at)} dateTime={at} size={size} c="dimmed" className="figures" style={{ whiteSpace: 'nowrap' }}>
      {formatAgo(at, now)}
    </Text>
  );
}
