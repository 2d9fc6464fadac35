import { Button, Card, Skeleton, Stack, Text, Title } from '@mantine/core';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import type { Pages } from '../../components/tables/use-pages.ts';
import type { AuditListQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import classes from './fairness.module.css';
import { VerdictBadge } from './verdict-badge.tsx';

type Audit = AuditListQuery['fairnessAudits']['edges'][number]['node'];

/** Past audits, the newest first. */
export function AuditList({ audits, chosen, onChoose }: { audits: Pages<Audit>; chosen: string | null; onChoose: (id: string) => void }) {
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('fairness.past')}>
      <Title order={2} size="h5" mb="sm">
        {t('fairness.past')}
      </Title>
      {audits.error !== null && <FaultNote error={audits.error} onRetry={audits.reload} />}
      {audits.items.length === 0 && audits.loading && <Skeleton height={120} />}
      {audits.items.length === 0 && !audits.loading && audits.error === null && (
        <Text size="sm" c="dimmed">
          {t('fairness.nonePast')}
        </Text>
      )}
      <Stack component="ul" gap={4} className={classes['list']}>
        {audits.items.map((audit) => (
          <li key={audit.id}>
            <button type="button" className={classes['item']} aria-current={audit.id === chosen} onClick={() => onChoose(audit.id)}>
              <span>
                <Text size="sm" fw={600} component="span" display="block">
                  {audit.name}
                </Text>
                <Text size="xs" c="dimmed" component="span">
                  {t('fairness.rowsAt', { count: audit.rows, time: format.dateTime(audit.createdAt) })}
                </Text>
              </span>
              <VerdictBadge verdict={audit.verdict} />
            </button>
          </li>
        ))}
      </Stack>
      {audits.hasMore && (
        <Button variant="subtle" size="xs" fullWidth loading={audits.loading} onClick={audits.more}>
          {t('shell.more')}
        </Button>
      )}
    </Card>
  );
}
