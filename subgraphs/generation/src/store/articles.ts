import { isDuplicate, type Model, page, type Store, type StoredDocument } from '@customerai/store';
import type { ArticlePage, ArticleRevision, KnowledgeArticle } from '../domain/knowledge-article.ts';

interface ArticleDocument extends StoredDocument {
  articleId: string;
  title: string;
  body: string;
  tags: string[];
  updatedAt: Date;
  /** Grows with every write of the tenant, so that every process can tell what it has not seen. */
  revision: number;
  /** A deleted article stays for the answers that quote it. */
  deleted: boolean;
}

export type ArticleStore = ReturnType<typeof createArticleStore>;

const TRIES = 20; // of a write that met another one of the same tenant

const keyOf = (tenant: string, id: string) => `${tenant}/${id}`;
const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function toArticle({ articleId, tenant, title, body, tags, updatedAt }: ArticleDocument): KnowledgeArticle {
  return { id: articleId, tenant, title, body, tags: [...tags], updatedAt };
}

/** Knowledge articles by tenant. Ids are the tenant's own: two tenants may use the same. */
export function createArticleStore(store: Store) {
  const articles: Model<ArticleDocument> = store.collection<ArticleDocument>('knowledgeArticles', {
    fields: {
      articleId: { type: String, required: true },
      title: { type: String, required: true },
      body: { type: String, required: true },
      tags: { type: [String], required: true },
      updatedAt: { type: Date, required: true },
      revision: { type: Number, required: true },
      deleted: { type: Boolean, required: true },
    },
    indexes: [[{ tenant: 1, revision: -1 }, { unique: true }], [{ tenant: 1, deleted: 1, updatedAt: -1, _id: -1 }]],
  });

  const latestRevision = async (tenant: string): Promise<number> => {
    const newest = (await articles.findOne({ tenant }, { revision: 1 }).sort({ revision: -1 }).lean()) as ArticleDocument | null;
    return newest?.revision ?? 0;
  };
  /** Writes under the tenant's next revision; the unique index makes one of two writers at a time wait its turn. */
  const withNextRevision = async <Result>(tenant: string, write: (revision: number) => Promise<Result>): Promise<Result> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write((await latestRevision(tenant)) + 1);
      } catch (error) {
        if (!isDuplicate(error) || attempt === TRIES) throw error;
      }
    }
  };

  return {
    latestRevision,
    upsert: ({ id, tenant, ...fields }: KnowledgeArticle): Promise<void> =>
      withNextRevision(tenant, async (revision) => {
        const change = { $set: { ...fields, revision, deleted: false }, $setOnInsert: { articleId: id } };
        await articles.updateOne({ tenant, _id: keyOf(tenant, id) }, change, { upsert: true });
      }),
    /** False when there is none. */
    remove: (tenant: string, id: string, at: Date): Promise<boolean> =>
      withNextRevision(tenant, async (revision) => {
        const { modifiedCount } = await articles.updateOne(
          { tenant, _id: keyOf(tenant, id), deleted: false },
          { $set: { deleted: true, revision, updatedAt: at } },
        );
        return modifiedCount === 1;
      }),
    /** By id; deleted ones too when `deleted` says so. */
    findMany: async (tenant: string, ids: readonly string[], { deleted = false } = {}): Promise<KnowledgeArticle[]> => {
      const filter = { tenant, _id: { $in: ids.map((id) => keyOf(tenant, id)) }, ...(deleted ? {} : { deleted: false }) };
      return ((await articles.find(filter).lean()) as ArticleDocument[]).map(toArticle);
    },
    /** What was written after a revision, in order. */
    findAfter: async (tenant: string, revision: number): Promise<ArticleRevision[]> => {
      const found = (await articles
        .find({ tenant, revision: { $gt: revision } })
        .sort({ revision: 1 })
        .lean()) as ArticleDocument[];
      return found.map((document) => ({ article: toArticle(document), revision: document.revision, deleted: document.deleted }));
    },
    /** The newest first. `words`: each must stand in title, body or tags. */
    list: (tenant: string, { words, first, after }: { words: readonly string[]; first: number; after?: string | null }): Promise<ArticlePage> => {
      const hasWord = (word: string) => ({ $or: ['title', 'body', 'tags'].map((field) => ({ [field]: { $regex: literal(word), $options: 'i' } })) });
      const filter = { tenant, deleted: false, ...(words.length > 0 ? { $and: words.map(hasWord) } : {}) };
      return page<ArticleDocument, KnowledgeArticle>(articles, filter, { sort: [['updatedAt', -1]], first, after, toNode: toArticle });
    },
  };
}
