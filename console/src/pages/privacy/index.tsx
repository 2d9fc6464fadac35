import { Stack } from '@mantine/core';
import { useCan } from '../../auth/use-auth.ts';
import { Page } from '../../components/page.tsx';
import { t } from '../../i18n/index.ts';
import { AuditPanel } from './audit-panel.tsx';
import { Playground } from './playground.tsx';
import { RequestsPanel } from './requests-panel.tsx';
import { RetentionPanel } from './retention-panel.tsx';
import { TypesPanel } from './types-panel.tsx';

/** What the platform finds and hides, to be tried; what customers asked for, how long data is kept, and who did what with whose data. */
export default function PrivacyPage() {
  const maySeeRequests = useCan('privacy:admin');
  const maySeeLog = useCan('audit:read');
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <Stack gap="md">
        <Playground />
        <TypesPanel />
        {maySeeRequests && <RequestsPanel />}
        {maySeeRequests && <RetentionPanel />}
        {maySeeLog && <AuditPanel />}
      </Stack>
    </Page>
  );
}
