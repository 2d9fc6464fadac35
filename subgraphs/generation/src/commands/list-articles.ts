import { badInput } from '@customerai/service';
import type { Deps } from '../context.ts';
import type { ArticlePage } from '../domain/knowledge-article.ts';

const MAX_SEARCH = 200;

/** A tenant's articles, the newest first. Every word of `search` must stand in title, body or tags. Throws BAD_USER_INPUT. */
export function listArticles(
  deps: Deps,
  tenant: string,
  { search, first, after }: { search?: string | null; first?: number | null; after?: string | null },
): Promise<ArticlePage> {
  if ((search?.length ?? 0) > MAX_SEARCH) throw badInput('search', `A search may have at most ${MAX_SEARCH} characters.`);
  return deps.articles.list(tenant, { words: search?.split(/\s+/).filter(Boolean) ?? [], first: first ?? 20, after });
}
