import { Skeleton, Stack } from '@mantine/core';
import { t } from '../i18n/index.ts';

/** The shape of a page while its code or first data is on the way. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Stack p={{ base: 'sm', sm: 'lg' }} role="status" aria-label={t('shell.loading')}>
      <Skeleton h={28} w={200} />
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} h={52} />
      ))}
    </Stack>
  );
}
