import { IconHourglass } from '@tabler/icons-react';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { t } from '../../i18n/index.ts';

export default function ReviewPage() {
  return (
    <Page title={t('review.title')}>
      <EmptyState icon={IconHourglass} title={t('shell.notThere')} />
    </Page>
  );
}
