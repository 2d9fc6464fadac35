const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text, trimmed, white space within them made single. Line breaks end a sentence. */
export function splitSentences(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => joinAbbreviations([...segmenter.segment(line)].map(({ segment }) => segment)))
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

// Unicode's rules end a sentence after "e.g." before a capital letter, and after "No.".
function joinAbbreviations(segments: readonly string[]): string[] {
  const joined: string[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last !== undefined && /(?:\b(?:e\.g|i\.e|etc|no|nr|mr|mrs|ms|dr|vs|approx|ca|z\.B|bzw))\.\s*$/i.test(last))
      joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

export const normalizeSpace = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
