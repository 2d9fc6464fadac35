import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { t } from '../i18n/index.ts';

export function OfflineNote() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" variant="light" radius={0} icon={<IconWifiOff />} py={8} role="status">
      {t('shell.offline')}
    </Alert>
  );
}
