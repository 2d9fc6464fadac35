import { Stack } from '@mantine/core';
import { Page } from '../../components/page.tsx';
import { NotThere } from '../../components/text/not-there.tsx';
import { t } from '../../i18n/index.ts';
import { Playground } from './playground.tsx';
import { TypesPanel } from './types-panel.tsx';

/** What the platform finds and hides, to be tried; and what it does not do yet. */
export default function PrivacyPage() {
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')}>
      <Stack gap="md">
        <Playground />
        <TypesPanel />
        <NotThere title={t('privacy.requests')} text={t('privacy.requestsText')} buttons={[t('privacy.newRequest'), t('privacy.verify')]} />
      </Stack>
    </Page>
  );
}
