import { Button, Card, Grid, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { format } from '../../components/tables/format.ts';
import { languageWord } from '../../components/tables/words.ts';
import { AspectList } from '../../components/text/aspect-list.tsx';
import { FindingText, SentenceKey, SentenceText } from '../../components/text/marked-text.tsx';
import type { TryAspectsQuery } from '../../generated/graphql.ts';
import { toFault } from '../../graphql/faults.ts';
import { t } from '../../i18n/index.ts';
import { FeelingPanel } from '../interactions/feeling-panel.tsx';
import { TryAspectsDocument, TryFindingsDocument, TryTextDocument } from './documents.ts';
import { type Answer, useAnswer } from './use-answer.ts';

const WAIT_MS = 120;
/** What the platform takes. */
const LONGEST = 100_000;

/** A text in, and while it is typed: how it feels, sentence by sentence, and what in it is personal. Nothing is stored. */
export default function TryItPage() {
  const [text, setText] = useState<string>(t('tryIt.samples.complaint'));
  const mayDetect = useCan('privacy:read');
  const feeling = useAnswer(TryTextDocument, text, { waitMs: WAIT_MS });
  const findings = useAnswer(TryFindingsDocument, text, { waitMs: WAIT_MS, enabled: mayDetect });
  const aspects = useAnswer(TryAspectsDocument, text, { waitMs: WAIT_MS });
  const analysis = feeling.data?.analyzeSentiment;
  const report = findings.data?.detectPii;
  return (
    <Page title={t('tryIt.title')} lead={t('tryIt.lead')}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            <Card withBorder padding="lg">
              <Textarea
                label={t('tryIt.text')}
                description={t('tryIt.hint')}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                autosize
                minRows={5}
                maxRows={14}
                maxLength={LONGEST}
                dir="auto"
                spellCheck={false}
              />
              <Group justify="space-between" mt="xs" gap="xs">
                <Group gap={6} role="group" aria-label={t('tryIt.examples')}>
                  {(['complaint', 'question', 'praise'] as const).map((sample) => (
                    <Button key={sample} size="compact-xs" variant="default" onClick={() => setText(t(`tryIt.samples.${sample}`))}>
                      {t(`tryIt.sampleNames.${sample}`)}
                    </Button>
                  ))}
                </Group>
                <Text size="xs" c="dimmed" className="figures" data-took>
                  {feeling.ms !== undefined && t('tryIt.took', { ms: Math.round(feeling.ms), characters: feeling.text.length })}
                </Text>
              </Group>
            </Card>
            {feeling.error !== undefined && <FaultNote error={feeling.error} />}
            <Card withBorder padding="lg" component="section" aria-label={t('tryIt.sentences')} aria-busy={feeling.loading}>
              <Group justify="space-between" mb="sm">
                <Title order={2} size="h5">
                  {t('tryIt.sentences')}
                </Title>
                {analysis && (
                  <Text size="xs" c="dimmed">
                    {languageWord(analysis.language)}
                  </Text>
                )}
              </Group>
              {analysis ? (
                <Stack gap="sm">
                  <SentenceText text={feeling.text} sentences={analysis.sentences} />
                  <SentenceKey />
                </Stack>
              ) : (
                <Quiet>{t('tryIt.nothing')}</Quiet>
              )}
            </Card>
            <Card withBorder padding="lg" component="section" aria-label={t('tryIt.personal')}>
              <Group justify="space-between" mb="sm">
                <Title order={2} size="h5">
                  {t('tryIt.personal')}
                </Title>
                {report && (
                  <Text size="xs" c="dimmed">
                    {t('tryIt.risk', { risk: format.share(report.riskScore), count: report.entities.length })}
                  </Text>
                )}
              </Group>
              {findings.error !== undefined && <FaultNote error={findings.error} />}
              {report ? (
                <FindingText text={findings.text} findings={report.entities} />
              ) : (
                <Quiet>{mayDetect ? t('tryIt.nothing') : t('tryIt.notAllowed')}</Quiet>
              )}
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            {analysis && <FeelingPanel sentiment={analysis} />}
            {analysis && (
              <Card withBorder padding="lg" component="section" aria-label={t('shell.aspects.title')}>
                <Title order={2} size="h5" mb="sm">
                  {t('shell.aspects.title')}
                </Title>
                <Aspects answer={aspects} />
              </Card>
            )}
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Aspects({ answer: { data, error } }: { answer: Answer<TryAspectsQuery> }) {
  if (error === undefined) return data ? <AspectList aspects={data.analyzeSentiment.aspects} /> : null;
  if (toFault(error).code === 'NOT_IMPLEMENTED') return <Quiet>{t('shell.aspects.notThere')}</Quiet>;
  return <FaultNote error={error} />;
}

function Quiet({ children }: { children: string }) {
  return (
    <Text size="sm" c="dimmed">
      {children}
    </Text>
  );
}
