import { useLazyQuery } from '@apollo/client/react';
import { Alert, Button, Card, Group, Table, Text, Title } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { usePages } from '../../components/tables/use-pages.ts';
import type { VerifyAuditQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { AuditLogDocument, VerifyDocument } from './documents.ts';

/** Who did what with whose data, and whether the log is whole. */
export function AuditPanel() {
  const log = usePages(AuditLogDocument, {}, { size: 20, pick: (page) => page.auditLog });
  const [verify, verified] = useLazyQuery(VerifyDocument, { fetchPolicy: 'no-cache' });
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('privacy.log')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {t('privacy.log')}
        </Title>
        <Button size="xs" variant="default" loading={verified.loading} onClick={() => void verify().catch(() => undefined)}>
          {t('privacy.verify')}
        </Button>
      </Group>
      {verified.error && <FaultNote error={verified.error} />}
      {verified.data && <Verdict of={verified.data.verifyAuditLog} />}
      {log.error !== null && <FaultNote error={log.error} onRetry={log.reload} />}
      {log.items.length === 0 && !log.loading && log.error === null && (
        <Text size="sm" c="dimmed">
          {t('privacy.emptyLog')}
        </Text>
      )}
      {log.items.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table fz="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacy.when')}</Table.Th>
                <Table.Th>{t('privacy.action')}</Table.Th>
                <Table.Th>{t('privacy.target')}</Table.Th>
                <Table.Th>{t('privacy.purpose')}</Table.Th>
                <Table.Th>{t('privacy.who')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {log.items.map((entry) => (
                <Table.Tr key={entry.id} data-action={entry.action} title={entry.hash}>
                  <Table.Td className="figures">{format.dateTime(entry.at)}</Table.Td>
                  <Table.Td>{entry.action}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.target}</Table.Td>
                  <Table.Td>{entry.purpose}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{entry.actor}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {log.hasMore && (
        <Button variant="subtle" size="xs" fullWidth loading={log.loading} onClick={log.more}>
          {t('shell.more')}
        </Button>
      )}
    </Card>
  );
}

function Verdict({ of: { valid, entries, firstBrokenId } }: { of: VerifyAuditQuery['verifyAuditLog'] }) {
  const tone = valid ? 'positive' : 'negative';
  return (
    <Alert
      mb="sm"
      variant="light"
      role="status"
      vars={() => ({ root: { '--alert-bg': `var(--${tone}-soft)`, '--alert-color': `var(--${tone})` } })}
      icon={valid ? <IconShieldCheck /> : <IconShieldX />}
      data-valid={valid}
      title={valid ? t('privacy.whole', { count: entries }) : t('privacy.broken')}
    >
      {!valid && t('privacy.brokenAt', { id: firstBrokenId ?? '' })}
    </Alert>
  );
}
