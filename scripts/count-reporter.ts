import type { TestEvent } from 'node:test/reporters';

export interface Counts {
  passed: number;
  failed: number;
  skipped: { name: string; reason: string }[];
}

/** A reporter of node:test that writes the counts of leaf tests, and of suites that are skipped as a whole, as JSON when the run ends. */
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, skip, details } = event.data;
    const isSkipped = skip !== undefined && skip !== false;
    if (details.type === 'suite' && event.type === 'test:pass' && !isSkipped) continue;
    if (isSkipped) counts.skipped.push({ name, reason: typeof skip === 'string' ? skip : 'no reason given' });
    else if (event.type === 'test:pass') counts.passed++;
    else counts.failed++;
  }
  yield JSON.stringify(counts);
}
