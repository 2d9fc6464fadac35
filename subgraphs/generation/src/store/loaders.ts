import DataLoader from 'dataloader';
import type { GeneratedResponse } from '../domain/generated-response.ts';
import type { KnowledgeArticle } from '../domain/knowledge-article.ts';
import type { ArticleStore } from './articles.ts';
import type { ResponseStore } from './responses.ts';

export interface Loaders {
  response: DataLoader<string, GeneratedResponse | undefined>;
  responsesOfInteraction: DataLoader<string, GeneratedResponse[]>;
  article: DataLoader<string, KnowledgeArticle | undefined>;
  /** Deleted ones too. */
  citedArticle: DataLoader<string, KnowledgeArticle | undefined>;
}

function byId<Item extends { id: string }>(find: (ids: readonly string[]) => Promise<Item[]>): DataLoader<string, Item | undefined> {
  return new DataLoader(async (ids) => {
    const found = new Map((await find(ids)).map((item) => [item.id, item]));
    return ids.map((id) => found.get(id));
  });
}

/** One tenant's reads, one query a tick each. One set per request. */
export function createLoaders(tenant: string, responses: ResponseStore, articles: ArticleStore): Loaders {
  return {
    response: byId((ids) => responses.findMany(tenant, ids)),
    responsesOfInteraction: new DataLoader(async (ids) => {
      const found = Map.groupBy(await responses.findByInteractions(tenant, ids), ({ interactionId }) => interactionId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    article: byId((ids) => articles.findMany(tenant, ids)),
    citedArticle: byId((ids) => articles.findMany(tenant, ids, { deleted: true })),
  };
}
