import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { KnowledgeArticle } from '../domain/knowledge-article.ts';

const MAX_TITLE = 200;
const MAX_BODY = 100_000;
const MAX_TAGS = 20;
const MAX_TAG = 50;
const ID = /^[\w.:-]{1,100}$/;

export interface ArticleInput {
  id?: string | null;
  title: string;
  body: string;
  tags?: readonly string[] | null;
}

/** Puts a page into the knowledge base, new or in place of the one of that id. Throws BAD_USER_INPUT. */
export async function upsertArticle(deps: Deps, tenant: string, input: ArticleInput): Promise<KnowledgeArticle> {
  const title = input.title.trim();
  if (!title || title.length > MAX_TITLE || title.includes('\n'))
    throw badInput('input.title', `A title is one line of 1 to ${MAX_TITLE} characters.`);
  const body = input.body.replaceAll('\r\n', '\n').trim();
  if (!body || body.length > MAX_BODY)
    throw badInput('input.body', `A body has 1 to ${MAX_BODY.toLocaleString('en')} characters; this one has ${body.length.toLocaleString('en')}.`);
  const tags = [...new Set((input.tags ?? []).map((tag) => tag.trim()))];
  if (tags.length > MAX_TAGS || tags.some((tag) => !tag || tag.length > MAX_TAG))
    throw badInput('input.tags', `At most ${MAX_TAGS} tags of 1 to ${MAX_TAG} characters.`);
  if (input.id != null && !ID.test(input.id)) throw badInput('input.id', 'An id has 1 to 100 letters, digits, "_", "-", "." or ":".');
  const article = { id: input.id ?? deps.newId(), tenant, title, body, tags, updatedAt: deps.clock() };
  await deps.articles.upsert(article);
  return article;
}
