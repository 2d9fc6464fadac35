import { IconHourglass } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { t } from '../../i18n/index.ts';

export default function PrivacyPage() {
  return (
    <Page title={t('privacy.title')}>
      <EmptyState icon={IconHourglass} title={t('shell.notThere')} />
    </Page>
  );
}
