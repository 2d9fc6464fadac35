import { useMutation } from '@apollo/client/react';
import { Button, Card, Grid, Group, Slider, Stack, Table, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import { FindingText } from '../../components/text/marked-text.tsx';
import { t } from '../../i18n/index.ts';
import { useAnswer } from '../try-it/use-answer.ts';
import { AnonymizeDocument, DetectDocument } from './documents.ts';
import { type Operators, OperatorFields } from './operator-fields.tsx';

/** A text with what is personal in it marked while it is typed, and the same text with that hidden. */
export function Playground() {
  const [text, setText] = useState<string>(t('privacy.sample'));
  const [minScore, setMinScore] = useState(0.5);
  const [operators, setOperators] = useState<Operators>({ DEFAULT: { operator: 'REPLACE' } });
  const found = useAnswer(DetectDocument, text, { waitMs: 150, extra: { minScore } });
  const mayHide = useCan('privacy:write');
  const [hide, hidden] = useMutation(AnonymizeDocument);
  const report = found.data?.detectPii;
  const types = [...new Set(report?.entities.map((entity) => entity.type))];
  const run = () =>
    void hide({
      variables: {
        text,
        operators: Object.entries(operators)
          .filter(([entity]) => entity === 'DEFAULT' || types.includes(entity))
          .map(([entity, choice]) => ({ entity, ...choice })),
      },
    }).catch(() => undefined);
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Card withBorder padding="lg" component="section" aria-label={t('privacy.playground')}>
          <Stack gap="md">
            <Textarea
              label={t('privacy.text')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              autosize
              minRows={4}
              maxRows={12}
              dir="auto"
              spellCheck={false}
            />
            <div>
              <Text size="sm" fw={500} id="least-score">
                {t('privacy.minScore', { score: format.number(minScore, 2) })}
              </Text>
              <Slider
                value={minScore}
                onChange={setMinScore}
                min={0}
                max={1}
                step={0.05}
                label={null}
                thumbProps={{ 'aria-label': t('privacy.minScoreLabel') }}
                thumbLabel={t('privacy.minScoreLabel')}
              />
            </div>
            {found.error !== undefined && <FaultNote error={found.error} />}
            {report && (
              <div aria-busy={found.loading}>
                <Group justify="space-between" mb={6}>
                  <Title order={2} size="h5">
                    {t('privacy.found', { count: report.entities.length })}
                  </Title>
                  <Text size="xs" c="dimmed">
                    {t('privacy.risk', { risk: format.share(report.riskScore) })}
                  </Text>
                </Group>
                <FindingText text={found.text} findings={report.entities} />
              </div>
            )}
            {report && report.entities.length > 0 && (
              <Table.ScrollContainer minWidth={320}>
                <Table fz="xs">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('privacy.type')}</Table.Th>
                      <Table.Th ta="right">{t('privacy.score')}</Table.Th>
                      <Table.Th>{t('privacy.recognizer')}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {report.entities.map((entity) => (
                      <Table.Tr key={`${entity.start}-${entity.type}`}>
                        <Table.Td>{entity.type}</Table.Td>
                        <Table.Td ta="right" className="figures">
                          {format.share(entity.score)}
                        </Table.Td>
                        <Table.Td>{entity.recognizer}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </Stack>
        </Card>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Card withBorder padding="lg" component="section" aria-label={t('privacy.hide')}>
          <Stack gap="md">
            <Title order={2} size="h5">
              {t('privacy.hide')}
            </Title>
            <OperatorFields types={types} value={operators} onChange={setOperators} />
            <Button onClick={run} loading={hidden.loading} disabled={!mayHide || text.trim() === ''}>
              {t('privacy.run')}
            </Button>
            {!mayHide && (
              <Text size="xs" c="dimmed">
                {t('privacy.notAllowed')}
              </Text>
            )}
            {hidden.error && <FaultNote error={hidden.error} />}
            {hidden.data && (
              <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} data-hidden>
                {hidden.data.anonymize.text}
              </Text>
            )}
          </Stack>
        </Card>
      </Grid.Col>
    </Grid>
  );
}
