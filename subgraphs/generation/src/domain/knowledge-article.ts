/** A page of a tenant's knowledge base: what answers may quote. */
export interface KnowledgeArticle {
  id: string;
  tenant: string;
  title: string;
  body: string;
  tags: string[];
  updatedAt: Date;
}

/** An article as the retrieval index follows it. `revision` grows with every write of the tenant. */
export interface ArticleRevision {
  article: KnowledgeArticle;
  revision: number;
  deleted: boolean;
}

/** A Relay connection of articles; `totalCount` counts when it is called. */
export interface ArticlePage {
  edges: { cursor: string; node: KnowledgeArticle }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}
