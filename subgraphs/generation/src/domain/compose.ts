import { frameFor } from './frames/index.ts';
import { measureGroundedness } from './groundedness.ts';
import type { Hit } from './passage-index.ts';
import { splitSentences } from './sentences.ts';
import { synonymsOf, termsOf } from './terms.ts';
import type { Sentiment, Tone } from './tone.ts';

export interface Quote {
  articleId: string;
  /** Neighbouring sentences of the article, word for word. */
  quote: string;
  /** The passage's relevance, 0 to 1. */
  score: number;
}

export interface Composition {
  text: string;
  citations: Quote[];
  /** Share of the sentences outside of the frame that a quote supports, 0 to 1; 0 when the question stays open, 1 for thanks, which claim nothing. */
  groundedness: number;
  /**
   * Relevance of the best passage × groundedness × (0.6 + 0.4 × share of the customer's terms that the quotes have), 0 to 1.
   * Of thanks: how much surer than not it is that the customer praises.
   */
  confidence: number;
}

export interface Question {
  /** Without personal data. */
  text: string;
  language: string;
  sentiment?: Sentiment;
  tone: Tone;
}

const MAX_PASSAGES = 2;
const PRAISE_FLOOR = 0.6; // who only praises wants thanks, not a page that happens to share a word
const NEXT_BEST = 0.85; // a further passage must be nearly as relevant as the best one

const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>) => [...some].filter((each) => others.has(each)).length;
const round = (value: number) => Math.round(value * 1000) / 1000;

/** The neighbouring sentences, at most `most`, that share the most terms with the question; of equals the earliest and shortest. */
function bestWindow(sentences: readonly string[], asked: ReadonlySet<string>, most: number): string {
  const gains = sentences.map((sentence) => shared(new Set(termsOf(sentence)), asked));
  const size = Math.min(most, sentences.length);
  let [best, from] = [-1, 0];
  for (let start = 0; start + size <= sentences.length; start += 1) {
    const gain = gains.slice(start, start + size).reduce((sum, each) => sum + each, 0);
    if (gain > best) [best, from] = [gain, start];
  }
  return sentences.slice(from, from + size).join(' ');
}

function selectQuotes(hits: readonly Hit[], { text, tone }: Question, floor: number): { quotes: Quote[]; titles: string[] } {
  const asked = new Set(termsOf(text).flatMap((term) => [term, ...synonymsOf(term)]));
  const best = hits[0]?.relevance ?? 0;
  const chosen = hits.filter(({ relevance }) => relevance >= floor && relevance >= best * NEXT_BEST).slice(0, tone === 'CONCISE' ? 1 : MAX_PASSAGES);
  const quotes = chosen.map(({ passage, relevance }) => ({
    articleId: passage.articleId,
    quote: bestWindow(passage.sentences, asked, tone === 'CONCISE' ? 2 : 4),
    score: relevance,
  }));
  const unique = quotes.filter(({ quote }, index) => quotes.findIndex((other) => other.quote === quote) === index);
  return { quotes: unique, titles: [...new Set(chosen.map(({ passage }) => passage.title))] };
}

/**
 * Puts an answer together from quotes of the knowledge base and the tone's frame: nothing in it is made up. Without a passage above `floor` it
 * says so and hands over, with groundedness and confidence 0; praise gets thanks. The same input gives the same answer.
 */
export function compose(question: Question, hits: readonly Hit[], floor: number): Composition {
  const frame = frameFor(question.language);
  const { greeting, sorry, glad, closing } = frame.tones[question.tone];
  const feeling =
    question.sentiment?.label === 'NEGATIVE' || (question.tone === 'EMPATHETIC' && question.sentiment?.label !== 'POSITIVE')
      ? sorry
      : question.sentiment?.label === 'POSITIVE'
        ? glad
        : undefined;
  const praise = question.sentiment?.label === 'POSITIVE' && !question.text.includes('?') ? question.sentiment : undefined;
  const { quotes, titles } = selectQuotes(hits, question, praise ? Math.max(floor, PRAISE_FLOOR) : floor);
  const opening = [greeting, feeling].filter(Boolean).join('\n\n');
  if (quotes.length === 0 && praise)
    return { text: `${greeting}\n\n${frame.praise}`, citations: [], groundedness: 1, confidence: round(Math.max(0, 2 * praise.confidence - 1)) };
  if (quotes.length === 0) return { text: `${opening}\n\n${frame.holding}`, citations: [], groundedness: 0, confidence: 0 };

  const intro = frame.intro(titles);
  const text = [opening, intro, ...quotes.map(({ quote }) => quote), closing].join('\n\n');
  const framed = [greeting, feeling ?? '', intro, closing].flatMap(splitSentences);
  const groundedness = measureGroundedness(
    text,
    framed,
    quotes.map(({ quote }) => quote),
  );
  const asked = new Set(termsOf(question.text));
  const told = new Set(quotes.flatMap(({ quote }) => termsOf(quote)).flatMap((term) => [term, ...synonymsOf(term)]));
  const coverage = asked.size === 0 ? 0 : shared(asked, told) / asked.size;
  return { text, citations: quotes, groundedness, confidence: round(quotes[0]!.score * groundedness * (0.6 + 0.4 * coverage)) };
}
