// Token answers in, the service's reading of them out: JSON lines on stdin and stdout.
import { createInterface } from 'node:readline';
import { readEntities } from '../../subgraphs/ai/src/domain/entities.ts';

interface Case {
  text: string;
  labels: string[];
  /** Start and end of each token, in UTF-16 units. */
  tokens: [number, number][];
  /** Probabilities, row by row. */
  rows: number[];
  thresholds: number[];
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, labels, tokens, rows, thresholds } = JSON.parse(line) as Case;
  const encoded = {
    text,
    ids: new Int32Array(tokens.length),
    starts: Int32Array.from(tokens, ([start]) => start),
    ends: Int32Array.from(tokens, ([, end]) => end),
    continues: new Uint8Array(tokens.length),
  };
  const found = readEntities(Float32Array.from(rows), labels, encoded, thresholds);
  process.stdout.write(`${JSON.stringify(found.map(({ type, start, end }) => [start, end, type]))}\n`);
}
