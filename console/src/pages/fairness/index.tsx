import { Grid, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCan } from '../../auth/use-auth.ts';
import { Page } from '../../components/page.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { NotThere } from '../../components/text/not-there.tsx';
import { t } from '../../i18n/index.ts';
import { AuditForm } from './audit-form.tsx';
import { AuditList } from './audit-list.tsx';
import { AuditReport } from './audit-report.tsx';
import { AuditListDocument } from './documents.ts';

/** A table in, and a report in plain words out; past reports stay. */
export default function FairnessPage() {
  const navigate = useNavigate();
  const address = useSearch({ strict: false }) as Record<string, unknown>;
  const id = typeof address['audit'] === 'string' ? address['audit'] : null;
  const mayRun = useCan('fairness:write');
  const audits = usePages(AuditListDocument, {}, { size: 20, pick: (data) => data.fairnessAudits });
  const choose = (audit: string | null) => void navigate({ to: '.', search: (audit === null ? {} : { audit }) as never });
  return (
    <Page title={t('fairness.title')} lead={t('fairness.lead')}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            {id === null && mayRun && (
              <AuditForm
                onDone={(made) => {
                  audits.reload();
                  choose(made);
                }}
              />
            )}
            {id !== null && <AuditReport id={id} onBack={() => choose(null)} />}
            {id === null && <NotThere title={t('fairness.own')} text={t('fairness.ownText')} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <AuditList audits={audits} chosen={id} onChoose={choose} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
