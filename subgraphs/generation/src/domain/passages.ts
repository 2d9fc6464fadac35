import type { KnowledgeArticle } from './knowledge-article.ts';
import { splitSentences } from './sentences.ts';

/** A few neighbouring sentences of an article: what is looked up and quoted. */
export interface Passage {
  id: string;
  articleId: string;
  title: string;
  tags: readonly string[];
  /** Verbatim but for white space and list marks. */
  sentences: readonly string[];
}

const MAX_SENTENCES = 4; // about what one answer can quote without losing its thread

const isHeading = (line: string) => /^#{1,6}\s/.test(line) || /^[=-]{3,}$/.test(line);

/** An article's passages: a paragraph each, long ones in windows of four sentences. Headings are left out; the title stands for them. */
export function passagesOf(article: KnowledgeArticle): Passage[] {
  const paragraphs = article.body.split(/\n\s*\n/).map((paragraph) =>
    paragraph
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !isHeading(line))
      .map((line) => line.replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, '')),
  );
  const windows = paragraphs.flatMap((lines) => {
    const sentences = lines.some((line) => line.length < 40) ? lines.flatMap(splitSentences) : splitSentences(lines.join(' '));
    return Array.from({ length: Math.ceil(sentences.length / MAX_SENTENCES) }, (_, index) =>
      sentences.slice(index * MAX_SENTENCES, (index + 1) * MAX_SENTENCES),
    );
  });
  return windows.map((sentences, index) => ({
    id: `${article.id}#${index}`,
    articleId: article.id,
    title: article.title,
    tags: article.tags,
    sentences,
  }));
}
