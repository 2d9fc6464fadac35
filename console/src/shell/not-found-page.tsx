import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../components/empty-state.tsx';
import { t } from '../i18n/index.ts';

export function NotFoundPage() {
  return (
    <EmptyState icon={IconMapOff} title={t('shell.notFound')}>
      <Button component={Link} to="/review" variant="light">
        {t('shell.home')}
      </Button>
    </EmptyState>
  );
}
