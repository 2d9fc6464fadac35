import { generationArticles, type Parts } from '@customerai/service';
import type { ArticleStore } from '../store/articles.ts';

/** Answers `generation.articles`. */
export function serveArticles(parts: Parts, articles: ArticleStore): Promise<AsyncDisposable> {
  return parts.rpc.serve(generationArticles, async ({ tenant, ids, after = 0, first }) => {
    if (ids) {
      const found = await articles.findMany(tenant, ids);
      return { changes: found.map(({ id, title, body }) => ({ id, title, body, revision: 0, deleted: false })) };
    }
    const changes = await articles.findAfter(tenant, after);
    return {
      changes: changes.slice(0, first).map(({ article: { id, title, body }, revision, deleted }) => ({ id, title, body, revision, deleted })),
    };
  });
}
