/** More sentences than anyone reads one by one; a text of 10,000 words has about 600. */
export const MAX_SENTENCES = 200;

export interface Sentence {
  /** UTF-16 offsets into the text: `text.slice(start, end)`. */
  start: number;
  end: number;
  text: string;
}

/** The sentences of a text without the blanks around them (Unicode UAX #29, by the language's rules). */
export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  const sentences: Sentence[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const trimmed = segment.trim();
    const start = index + segment.indexOf(trimmed);
    if (trimmed !== '') sentences.push({ start, end: start + trimmed.length, text: trimmed });
  }
  return sentences;
}
