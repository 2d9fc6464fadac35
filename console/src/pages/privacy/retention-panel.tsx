import { useMutation, useQuery } from '@apollo/client/react';
import { Button, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { format } from '../../components/tables/format.ts';
import { t } from '../../i18n/index.ts';
import { readKeepFor } from './keep-for.ts';
import { KeepForForm } from './keep-for-form.tsx';
import { RemoveRetentionDocument, RetentionDocument, StartRoundDocument } from './retention-documents.ts';
import { RetentionRound } from './retention-round.tsx';

export const KINDS = ['interactions', 'drafts', 'reviews', 'analytics'] as const;
export type Kind = (typeof KINDS)[number];

/** How long each kind of data is kept, what would go by that, and what went. */
export function RetentionPanel() {
  const { data, error, refetch } = useQuery(RetentionDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch().catch(() => undefined);
  const [unset, unsetting] = useMutation(RemoveRetentionDocument);
  const [start, starting] = useMutation(StartRoundDocument);
  const [editing, setEditing] = useState<Kind>();
  const [removing, setRemoving] = useState(false);
  const rules = new Map(data?.retention.map((rule) => [rule.data, rule]));
  const begin = async (dryRun: boolean) => {
    await start({ variables: { dryRun } });
    again();
  };
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('privacy.retention.title')}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {t('privacy.retention.title')}
          </Title>
          <Text size="xs" c="dimmed">
            {t('privacy.retention.note')}
          </Text>
        </div>
        {error && <FaultNote error={error} onRetry={again} />}
        {unsetting.error && <FaultNote error={unsetting.error} />}
        {starting.error && !removing && <FaultNote error={starting.error} />}
        <Table.ScrollContainer minWidth={340}>
          <Table fz="sm">
            <Table.Tbody>
              {KINDS.map((kind) => {
                const rule = rules.get(kind);
                return (
                  <Table.Tr key={kind} data-kept={kind}>
                    <Table.Td>{t(`privacy.retention.kind.${kind}`)}</Table.Td>
                    <Table.Td title={rule && t('privacy.retention.setAt', { time: format.dateTime(rule.setAt) })}>
                      {rule ? t('privacy.retention.keptFor', { span: spanOf(rule.keepFor) }) : t('privacy.retention.forGood')}
                    </Table.Td>
                    <Table.Td ta="right">
                      <Group gap={6} justify="flex-end" wrap="nowrap">
                        <Button
                          size="compact-xs"
                          variant="default"
                          aria-label={t('privacy.retention.changeOf', { kind: t(`privacy.retention.kind.${kind}`) })}
                          onClick={() => setEditing(kind)}
                        >
                          {t('privacy.retention.change')}
                        </Button>
                        {rule && (
                          <Button
                            size="compact-xs"
                            variant="default"
                            aria-label={t('privacy.retention.unsetOf', { kind: t(`privacy.retention.kind.${kind}`) })}
                            onClick={() => void unset({ variables: { data: kind } }).then(again, () => undefined)}
                          >
                            {t('privacy.retention.unset')}
                          </Button>
                        )}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={rules.size === 0}
            loading={starting.loading && !removing}
            onClick={() => void begin(true).catch(() => undefined)}
          >
            {t('privacy.retention.count')}
          </Button>
          <Button size="xs" variant="default" c="var(--negative)" disabled={rules.size === 0} onClick={() => setRemoving(true)}>
            {t('privacy.retention.remove')}
          </Button>
        </Group>
        {data?.retentionRuns.edges.map(({ node }) => (
          <RetentionRound key={node.id} round={node} />
        ))}
      </Stack>
      {editing && <KeepForForm kind={editing} now={rules.get(editing)?.keepFor} onClose={() => setEditing(undefined)} onDone={again} />}
      {removing && (
        <ConfirmDialog
          title={t('privacy.retention.remove')}
          text={t('privacy.retention.removeText')}
          action={t('privacy.retention.removeNow')}
          loading={starting.loading}
          error={starting.error}
          run={() => begin(false)}
          onClose={() => setRemoving(false)}
          onDone={() => setRemoving(false)}
        />
      )}
    </Card>
  );
}

function spanOf(iso: string): string {
  const known = readKeepFor(iso);
  return known ? t(`privacy.retention.span.${known.unit}`, { count: known.count }) : iso;
}
