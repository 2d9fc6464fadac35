import { Anchor, Badge, Card, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { format } from '../../components/tables/format.ts';
import { TimeAgo } from '../../components/time-ago.tsx';
import type { RequestPartsFragment } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { useRequest } from './use-request.ts';

const TONES = { PENDING: 'neutral', RUNNING: 'warn', COMPLETED: 'positive', FAILED: 'negative' } as const;

export function RequestBadge({ status }: { status: RequestPartsFragment['status'] }) {
  return (
    <Badge variant="light" data-status={status} style={{ background: `var(--${TONES[status]}-soft)`, color: `var(--${TONES[status]})` }}>
      {t(`privacy.status.${status}`)}
    </Badge>
  );
}

export const doneOf = ({ steps }: Pick<RequestPartsFragment, 'steps'>): number => steps.filter(({ status }) => status === 'COMPLETED').length;

/** An erasure or export with what each service has done of it, as it happens. */
export function RequestProgress({ request: given }: { request: RequestPartsFragment }) {
  const request = useRequest(given);
  const { kind, steps, status, downloadUrl } = request;
  const done = doneOf(request);
  const title = t(`privacy.kind.${kind}`);
  return (
    <Card withBorder padding="md" data-request={kind}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600} size="sm">
            {title}
          </Text>
          <RequestBadge status={status} />
        </Group>
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t('privacy.requested')}
          </Text>
          <TimeAgo at={request.requestedAt} />
          {status !== 'COMPLETED' && (
            <Text size="xs" c="dimmed">
              {t('privacy.due', { time: format.dateTime(request.dueAt) })}
            </Text>
          )}
        </Group>
        <Progress value={(100 * done) / steps.length} color={`var(--${TONES[status]})`} aria-label={t('privacy.progress', { title })} />
        <details>
          <summary>
            <Text size="xs" component="span" aria-live="polite">
              {t('privacy.stepsDone', { done, all: steps.length })}
            </Text>
          </summary>
          <Table fz="xs">
            <Table.Tbody>
              {steps.map((step) => (
                <Table.Tr key={step.service} data-step={step.service} data-status={step.status}>
                  <Table.Td>{step.service}</Table.Td>
                  <Table.Td>{step.error ?? t(`privacy.status.${step.status}`)}</Table.Td>
                  <Table.Td ta="right" className="figures">
                    {step.status === 'COMPLETED' ? t('privacy.records', { count: step.records }) : ''}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </details>
        {downloadUrl && (
          <Anchor href={downloadUrl} download size="sm">
            {t('privacy.download')}
          </Anchor>
        )}
      </Stack>
    </Card>
  );
}
