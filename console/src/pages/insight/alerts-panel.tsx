import { useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconBell, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { Panel } from '../../components/charts/panel.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import type { AlertRuleListQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { AlertRaisedDocument, AlertRulesDocument, RemoveAlertRuleDocument } from './alert-documents.ts';
import { AlertRuleForm } from './alert-rule-form.tsx';
import { showMetric } from './metric-value.ts';

export type Rule = AlertRuleListQuery['alertRules'][number];

/** What is watched, and what is out of bounds at this moment; raised and resolved as it happens. */
export function AlertsPanel() {
  const mayWrite = useCan('analytics:write');
  const { data, error, refetch } = useQuery(AlertRulesDocument, { fetchPolicy: 'cache-and-network' });
  const again = () => void refetch().catch(() => undefined);
  useSubscription(AlertRaisedDocument, { onData: again, ignoreResults: true });
  const [remove, removing] = useMutation(RemoveAlertRuleDocument);
  const [open, setOpen] = useState(false);
  const rules = data?.alertRules;
  return (
    <Panel title={t('insight.alerts.title')} note={t('insight.alerts.note')}>
      <Stack gap="xs">
        {error && <FaultNote error={error} onRetry={again} />}
        {removing.error && <FaultNote error={removing.error} />}
        {rules?.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('insight.alerts.none')}
          </Text>
        )}
        <Stack component="ul" gap={8} m={0} p={0} style={{ listStyle: 'none' }}>
          {rules?.map((rule) => (
            <Row
              key={rule.id}
              rule={rule}
              onRemove={mayWrite ? () => void remove({ variables: { id: rule.id } }).then(again, () => undefined) : undefined}
            />
          ))}
        </Stack>
        {mayWrite && (
          <Button variant="default" size="xs" w="fit-content" leftSection={<IconPlus size={14} />} onClick={() => setOpen(true)}>
            {t('insight.alerts.add')}
          </Button>
        )}
      </Stack>
      {open && <AlertRuleForm onClose={() => setOpen(false)} onDone={again} />}
    </Panel>
  );
}

function Row({ rule, onRemove }: { rule: Rule; onRemove: (() => void) | undefined }) {
  const { name, metric, comparison, threshold, window, webhookHost, lastAlert } = rule;
  const raised = lastAlert !== null && lastAlert !== undefined && !lastAlert.resolved;
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start" data-alert={name} data-raised={raised}>
      <IconBell size={18} color={raised ? 'var(--negative)' : 'var(--quiet)'} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">
          <b>{name}</b>{' '}
          {t('insight.alerts.condition', {
            metric: t(`insight.alerts.metric.${metric}`),
            comparison: t(`insight.alerts.comparison.${comparison}`),
            threshold: showMetric(metric, threshold),
            window: format.duration(window),
          })}
        </Text>
        <Text size="xs" c="dimmed" className="figures">
          {lastAlert
            ? t(lastAlert.resolved ? 'insight.alerts.resolved' : 'insight.alerts.raised', {
                value: showMetric(metric, lastAlert.value),
                ago: format.ago(lastAlert.at),
              })
            : t('insight.alerts.never')}
          {webhookHost && ` ${t('insight.alerts.tells', { host: webhookHost })}`}
        </Text>
      </div>
      {raised && (
        <Badge tt="none" variant="default" c="var(--negative)" style={{ flexShrink: 0 }}>
          {t('insight.alerts.now')}
        </Badge>
      )}
      {onRemove && (
        <Button size="compact-xs" variant="default" style={{ flexShrink: 0 }} aria-label={t('insight.alerts.removeOf', { name })} onClick={onRemove}>
          {t('insight.alerts.remove')}
        </Button>
      )}
    </Group>
  );
}
