import { Card, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { format } from '../../components/tables/format.ts';
import { RowsLink } from '../../components/tables/rows-link.tsx';
import { channelWord, languageWord } from '../../components/tables/words.ts';
import type { InteractionDetailQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import classes from './facts-panel.module.css';

/** Who, when and how. */
export function FactsPanel({ interaction }: { interaction: NonNullable<InteractionDetailQuery['interaction']> }) {
  const { customer, pii, externalId } = interaction;
  const facts: [string, ReactNode][] = [
    [
      t('interactions.customer'),
      <RowsLink key="customer" to="/customers/$id" params={{ id: customer.id }} size="sm">
        {customer.name ?? customer.id}
      </RowsLink>,
    ],
    [t('interactions.channel'), channelWord(interaction.channel)],
    [t('interactions.received'), format.dateTime(interaction.receivedAt)],
    [t('interactions.language'), languageWord(interaction.language)],
    [t('interactions.risk'), format.share(pii.riskScore)],
    ...(externalId ? [[t('interactions.externalId'), externalId] as [string, ReactNode]] : []),
  ];
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('interactions.facts')}>
      <Title order={2} size="h5" mb="sm">
        {t('interactions.facts')}
      </Title>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {value}
            </Text>
          </div>
        ))}
      </dl>
    </Card>
  );
}
