import MiniSearch from 'minisearch';
import type { ArticleRevision } from './knowledge-article.ts';
import { type Passage, passagesOf } from './passages.ts';
import { relevanceOf } from './relevance.ts';
import { splitSentences } from './sentences.ts';
import { synonymsOf, termsOf } from './terms.ts';

export interface Hit {
  passage: Passage;
  /** How well it fits the question, 0 to 1 (see `relevance.ts`). */
  relevance: number;
  /** BM25+. */
  score: number;
}

/** One tenant's passages in memory, for look-ups by BM25+. */
export interface PassageIndex {
  /** Takes in an article's newest revision: replaces, adds or removes its passages. */
  apply(revision: ArticleRevision): void;
  /** The best passages for a text, the most relevant first. */
  search(text: string): Hit[];
  readonly size: number;
}

const CANDIDATES = 24;
const IMAGINED = 10; // articles on other matters that every knowledge base is thought to have
const SYNONYM_WEIGHT = 0.7;
const MAX_QUERY_TERMS = 256; // a text of 10,000 words asks no more than its first two pages

export function createPassageIndex(): PassageIndex {
  const passages = new Map<string, { passage: Passage; terms: ReadonlySet<string>; head: ReadonlySet<string> }>();
  const byArticle = new Map<string, { passageIds: readonly string[]; terms: ReadonlySet<string> }>();
  const frequency = new Map<string, number>(); // in how many articles a term stands
  const engine = new MiniSearch<{ id: string; title: string; tags: string; text: string }>({
    fields: ['title', 'tags', 'text'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boost: { title: 2, tags: 1.5 }, combineWith: 'OR' },
  });
  const count = (terms: ReadonlySet<string>, by: 1 | -1) => {
    for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + by);
  };
  /** 1 for a term of one article, towards 0 for one of all; in a knowledge base of a few articles no word counts as common. */
  const rarity = (term: string) => {
    const idf = (appearances: number) => Math.log(1 + (byArticle.size + IMAGINED - appearances + 0.5) / (appearances + 0.5));
    const appearances = frequency.get(term) ?? 0;
    return appearances === 0 ? 0 : idf(appearances) / idf(1);
  };

  return {
    apply: ({ article, deleted }) => {
      const before = byArticle.get(article.id);
      if (before) {
        count(before.terms, -1);
        for (const id of before.passageIds) {
          passages.delete(id);
          engine.discard(id);
        }
        byArticle.delete(article.id);
      }
      if (deleted) return;
      const own = passagesOf(article);
      const head = new Set(termsOf(`${article.title} ${article.tags.join(' ')}`));
      const all = new Set(head);
      for (const passage of own) {
        const text = passage.sentences.join(' ');
        const terms = new Set([...head, ...termsOf(text)]);
        for (const term of terms) all.add(term);
        passages.set(passage.id, { passage, terms, head });
        engine.add({ id: passage.id, title: article.title, tags: article.tags.join(' '), text });
      }
      count(all, 1);
      byArticle.set(article.id, { passageIds: own.map(({ id }) => id), terms: all });
    },
    search: (text) => {
      const sentences = splitSentences(text).map((sentence) => ({ terms: new Set(termsOf(sentence)), isQuestion: sentence.includes('?') }));
      const asked = [...new Set(sentences.flatMap(({ terms }) => [...terms]))].slice(0, MAX_QUERY_TERMS);
      if (asked.length === 0 || passages.size === 0) return [];
      const expanded = new Set([...asked, ...asked.flatMap(synonymsOf)]);
      const boosts = new Map([...expanded].map((term) => [term, asked.includes(term) ? 1 : SYNONYM_WEIGHT]));
      const found = engine.search([...expanded].join(' '), { tokenize: (query) => query.split(' '), boostTerm: (term) => boosts.get(term) ?? 1 });
      return found
        .slice(0, CANDIDATES)
        .map(({ id, score }) => {
          const { passage, terms, head } = passages.get(id as string)!;
          return { passage, score, relevance: relevanceOf({ sentences, terms, head, rarity }) };
        })
        .toSorted((a, b) => b.relevance - a.relevance || b.score - a.score || (a.passage.id < b.passage.id ? -1 : 1));
    },
    get size() {
      return passages.size;
    },
  };
}
