import { useMutation, useQuery } from '@apollo/client/react';
import { Badge, Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { t } from '../../i18n/index.ts';
import { ConsentsDocument, RecordConsentDocument } from './documents.ts';

/** What the customer consented to, to be given and withdrawn. */
export function ConsentsPanel({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useQuery(ConsentsDocument, { variables: { id: customerId } });
  const [record, recording] = useMutation(RecordConsentDocument);
  const mayRecord = useCan('privacy:write');
  const [purpose, setPurpose] = useState('');
  const [source, setSource] = useState('');
  const consents = data?.customer?.consents ?? [];

  async function save(name: string, granted: boolean, from: string): Promise<void> {
    try {
      await record({ variables: { input: { customerId, purpose: name, granted, source: from || null } } });
    } catch {
      return; // told below
    }
    setPurpose('');
    setSource('');
    await refetch().catch(() => undefined);
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void save(purpose.trim(), true, source.trim());
  };
  return (
    <Card withBorder padding="md" component="section" aria-label={t('customers.consents')}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {t('customers.consents')}
        </Title>
        {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
        {data && consents.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('customers.noConsents')}
          </Text>
        )}
        {consents.map((consent) => (
          <Group key={consent.purpose} justify="space-between" wrap="nowrap" data-consent={consent.purpose}>
            <div>
              <Group gap="xs">
                <Text size="sm" fw={600}>
                  {consent.purpose}
                </Text>
                <Badge
                  size="sm"
                  variant="light"
                  style={
                    consent.granted
                      ? { background: 'var(--positive-soft)', color: 'var(--positive)' }
                      : { background: 'var(--neutral-soft)', color: 'var(--neutral)' }
                  }
                >
                  {t(consent.granted ? 'customers.granted' : 'customers.withdrawn')}
                </Badge>
              </Group>
              <Text size="xs" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
                {consent.source} <TimeAgo at={consent.at} />
              </Text>
            </div>
            {mayRecord && (
              <Button
                size="compact-xs"
                variant="default"
                disabled={recording.loading}
                aria-label={t(consent.granted ? 'customers.withdrawOf' : 'customers.giveAgainOf', { purpose: consent.purpose })}
                onClick={() => void save(consent.purpose, !consent.granted, '')}
              >
                {t(consent.granted ? 'customers.withdraw' : 'customers.giveAgain')}
              </Button>
            )}
          </Group>
        ))}
        {mayRecord && (
          <form onSubmit={submit}>
            <Stack gap="xs">
              <TextInput
                size="xs"
                label={t('customers.purpose')}
                placeholder="marketing.email"
                value={purpose}
                onChange={(event) => setPurpose(event.currentTarget.value)}
              />
              <TextInput size="xs" label={t('customers.source')} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
              <Button type="submit" size="xs" variant="default" loading={recording.loading} disabled={purpose.trim() === ''}>
                {t('customers.record')}
              </Button>
            </Stack>
          </form>
        )}
        {recording.error && <FaultNote error={recording.error} />}
      </Stack>
    </Card>
  );
}
