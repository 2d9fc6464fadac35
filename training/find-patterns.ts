// Texts in, findings of the privacy service's patterns and check digits out: JSON lines on stdin and stdout. Offsets count code points, as Python does.
import { createInterface } from 'node:readline';
import { detect } from '../subgraphs/privacy/src/domain/detect.ts';

const MIN_SCORE = 0.5; // as the service's own default

const codePoints = (text: string, end: number) => Array.from(text.slice(0, end)).length;

for await (const line of createInterface({ input: process.stdin })) {
  const text = JSON.parse(line) as string;
  const found = detect(text, { language: 'en', names: [], minScore: MIN_SCORE });
  process.stdout.write(`${JSON.stringify(found.map(({ type, start, end }) => [codePoints(text, start), codePoints(text, end), type]))}\n`);
}
