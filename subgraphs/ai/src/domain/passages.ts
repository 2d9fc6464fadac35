/** A stretch of a text, in UTF-16 units, `end` exclusive. */
export interface Passage {
  start: number;
  end: number;
}

const LONGEST = 600;

/** A text as passages that a vector can stand for: paragraphs, and of long ones whole sentences together, up to 600 characters. */
export function cutPassages(text: string): Passage[] {
  const passages: Passage[] = [];
  for (const { 0: paragraph, index } of text.matchAll(/\S[^]*?(?=\n\s*\n|\s*$)/g)) {
    let start = index;
    let end = index;
    for (const { 0: sentence, index: at } of paragraph.matchAll(/\S[^]*?(?:[.!?]+(?=\s)|$)/g)) {
      const sentenceEnd = index + at + sentence.length;
      if (end > start && sentenceEnd - start > LONGEST) {
        passages.push({ start, end });
        start = index + at;
      }
      end = sentenceEnd;
    }
    if (end > start) passages.push({ start, end });
  }
  return passages;
}
