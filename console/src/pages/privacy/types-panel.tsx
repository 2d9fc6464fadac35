import { useQuery } from '@apollo/client/react';
import { Badge, Card, Group, ScrollArea, Skeleton, Table, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { t } from '../../i18n/index.ts';
import { PiiTypesDocument } from './documents.ts';

/** Every type of personal data that can be found, and how. */
export function TypesPanel() {
  const { data, error, refetch } = useQuery(PiiTypesDocument, { fetchPolicy: 'cache-first' });
  const [text, setText] = useState('');
  const types = data?.piiEntityTypes.filter(({ type, description }) => `${type} ${description}`.toLowerCase().includes(text.toLowerCase()));
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('privacy.types')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h5">
          {data ? t('privacy.typesCount', { count: data.piiEntityTypes.length }) : t('privacy.types')}
        </Title>
        <TextInput
          size="xs"
          placeholder={t('privacy.searchTypes')}
          aria-label={t('privacy.searchTypes')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Group>
      {error && <FaultNote error={error} onRetry={() => void refetch().catch(() => undefined)} />}
      {!data && !error && <Skeleton height={200} />}
      {types && (
        <ScrollArea.Autosize mah={360} viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('privacy.types') }}>
          <Table stickyHeader fz="sm" miw={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('privacy.type')}</Table.Th>
                <Table.Th>{t('privacy.description')}</Table.Th>
                <Table.Th>{t('privacy.languages')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {types.map((type) => (
                <Table.Tr key={type.type}>
                  <Table.Td>
                    <code>{type.type}</code>
                  </Table.Td>
                  <Table.Td>{type.description}</Table.Td>
                  <Table.Td>
                    <Group gap={4}>
                      {type.languages.map((language) => (
                        <Badge key={language} variant="default" size="xs" tt="none">
                          {language === '*' ? t('privacy.anyLanguage') : language}
                        </Badge>
                      ))}
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Card>
  );
}
