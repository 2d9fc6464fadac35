import { Button, Grid, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBook2, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useCan } from '../../auth/use-auth.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FaultNote } from '../../components/fault-note.tsx';
import { Page } from '../../components/page.tsx';
import { usePages } from '../../components/tables/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { ArticleEditor, NEW } from './article-editor.tsx';
import { ArticleListDocument } from './documents.ts';
import classes from './knowledge.module.css';
import { PreviewPanel } from './preview-panel.tsx';

/** What answers are made of: articles at the left, one of them to edit, and what the composer would answer with all of them. */
export default function KnowledgePage() {
  const navigate = useNavigate();
  const address = useSearch({ strict: false }) as Record<string, unknown>;
  const chosen = typeof address['article'] === 'string' ? address['article'] : null;
  const mayWrite = useCan('knowledge:write');
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const pages = usePages(ArticleListDocument, { search: search || null }, { size: 50, pick: (data) => data.knowledgeArticles });
  // A search that does not find the open article leaves it open, with what is being written in it.
  const found = pages.items.find((one) => one.id === chosen);
  const last = useRef(found);
  if (found) last.current = found;
  const article = found ?? (last.current?.id === chosen ? last.current : undefined);
  const choose = (id: string | null) => void navigate({ to: '.', search: (id === null ? {} : { article: id }) as never });
  const empty = pages.items.length === 0 && !pages.loading && pages.error === null;

  return (
    <Page
      title={t('knowledge.title')}
      lead={t('knowledge.lead')}
      tools={
        mayWrite && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => choose(NEW)}>
            {t('knowledge.add')}
          </Button>
        )
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack gap="sm">
            <TextInput
              leftSection={<IconSearch size={16} />}
              placeholder={t('knowledge.search')}
              aria-label={t('knowledge.search')}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            {pages.error !== null && <FaultNote error={pages.error} onRetry={pages.reload} />}
            {pages.items.length === 0 && pages.loading && <Skeleton height={300} />}
            {empty && search !== '' && <EmptyState icon={IconBook2} title={t('knowledge.noneFound')} text={t('knowledge.noneFoundText')} />}
            {empty && search === '' && (
              <EmptyState icon={IconBook2} title={t('knowledge.none')} text={t('knowledge.noneText')} command="npm run demo" />
            )}
            {pages.items.length > 0 && (
              <ul className={`panel ${classes['list']}`} aria-label={t('knowledge.articles')}>
                {pages.items.map((one) => (
                  <li key={one.id}>
                    <button type="button" className={classes['item']} aria-current={one.id === chosen} onClick={() => choose(one.id)}>
                      <Text size="sm" fw={600} component="span" display="block">
                        {one.title}
                      </Text>
                      <Text size="xs" c="dimmed" component="span" lineClamp={2}>
                        {one.body}
                      </Text>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <Group justify="space-between">
              <Text size="xs" c="dimmed" role="status">
                {pages.total !== null && t('knowledge.count', { count: pages.total })}
              </Text>
              {pages.hasMore && (
                <Button size="compact-xs" variant="subtle" loading={pages.loading} onClick={pages.more}>
                  {t('shell.more')}
                </Button>
              )}
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            {chosen === NEW || article ? (
              <ArticleEditor
                key={chosen === NEW ? NEW : article!.id}
                article={article}
                readOnly={!mayWrite}
                onSaved={(id) => {
                  pages.reload();
                  choose(id);
                }}
                onDeleted={() => {
                  pages.reload();
                  choose(null);
                }}
              />
            ) : (
              <div className="panel">
                <EmptyState icon={IconBook2} title={t('knowledge.choose')} text={t('knowledge.chooseText')} />
              </div>
            )}
            <PreviewPanel />
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}
