import { useMutation } from '@apollo/client/react';
import { Button, Card, Group, Modal, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { FaultNote } from '../../components/fault-note.tsx';
import { format } from '../../components/tables/format.ts';
import type { ArticleListQuery } from '../../generated/graphql.ts';
import { t } from '../../i18n/index.ts';
import { DeleteArticleDocument, SaveArticleDocument } from './documents.ts';

type Article = ArticleListQuery['knowledgeArticles']['edges'][number]['node'];

/** What the address says in place of an id while an article is new. */
export const NEW = 'new';

/** One article, to read or to write. Nothing is lost when saving fails: the words stay in their fields. */
export function ArticleEditor(props: { article: Article | undefined; readOnly: boolean; onSaved: (id: string) => void; onDeleted: () => void }) {
  const { article, readOnly, onSaved, onDeleted } = props;
  const [save, saving] = useMutation(SaveArticleDocument);
  const [remove, removing] = useMutation(DeleteArticleDocument);
  const [asking, setAsking] = useState(false);
  const form = useForm({
    initialValues: { title: article?.title ?? '', body: article?.body ?? '', tags: [...(article?.tags ?? [])] },
    validate: {
      title: (title) => (title.trim() === '' ? t('knowledge.needTitle') : null),
      body: (body) => (body.trim() === '' ? t('knowledge.needBody') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const saved = await save({ variables: { input: { ...values, id: article?.id } } }).catch(() => undefined);
    if (!saved?.data) return;
    form.resetDirty();
    notifications.show({ message: t('knowledge.saved') });
    onSaved(saved.data.upsertKnowledgeArticle.id);
  });
  const confirm = async () => {
    const done = await remove({ variables: { id: article!.id } }).catch(() => undefined);
    if (done) onDeleted();
  };
  return (
    <Card withBorder padding="lg" component="section" aria-label={article ? article.title : t('knowledge.add')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {saving.error && <FaultNote error={saving.error} />}
          <TextInput label={t('knowledge.articleTitle')} maxLength={200} readOnly={readOnly} {...form.getInputProps('title')} />
          <Textarea
            label={t('knowledge.body')}
            description={t('knowledge.bodyHint')}
            autosize
            minRows={6}
            maxRows={18}
            maxLength={100_000}
            dir="auto"
            readOnly={readOnly}
            {...form.getInputProps('body')}
          />
          <TagsInput label={t('knowledge.tags')} maxTags={20} readOnly={readOnly} {...form.getInputProps('tags')} />
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {article && t('knowledge.written', { time: format.dateTime(article.updatedAt) })}
            </Text>
            {!readOnly && (
              <Group gap="xs">
                {article && (
                  <Button variant="default" onClick={() => setAsking(true)}>
                    {t('knowledge.delete')}
                  </Button>
                )}
                <Button type="submit" loading={saving.loading} disabled={!form.isDirty()}>
                  {t('knowledge.save')}
                </Button>
              </Group>
            )}
          </Group>
        </Stack>
      </form>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('knowledge.deleteTitle')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        <Stack gap="md">
          {removing.error && <FaultNote error={removing.error} />}
          <Text size="sm">{t('knowledge.deleteText', { title: article?.title ?? '' })}</Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
              {t('shell.cancel')}
            </Button>
            <Button color="red" loading={removing.loading} onClick={() => void confirm()}>
              {t('knowledge.delete')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Card>
  );
}
