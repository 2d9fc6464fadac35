import type { CitationResolvers } from '../generated/resolvers.ts';

export const Citation: CitationResolvers = {
  article: async ({ articleId }, _, { load }) => {
    const article = await load().citedArticle.load(articleId);
    if (!article) throw new Error('A cited article is never removed from the store.');
    return article;
  },
};
