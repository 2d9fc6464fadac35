// Ten thousand messages under the wheel: at no frame is a part of the list empty, and the list is read to its end.
// The rows are answered in the gateway's place: taking ten thousand messages through the pipeline takes minutes and tests something else.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';

const ROWS = 10_000;
let subject: ConsoleUnderTest;
before(async () => void (subject = await startConsole()));

/** What one scroll through the list looked like. */
interface Scroll {
  frames: number;
  blank: number;
  lastRow: number;
  longestMs: number;
}

test(`a list of ${ROWS} rows scrolls without blank frames`, { timeout: 240_000 }, async () => {
  const { page, errors } = await subject.open('/try-it');
  await answerRows(page);
  await page.getByRole('link', { name: 'Interactions' }).click();
  await page.locator('[data-row="0"]').waitFor();
  const seen = await page.evaluate(async (rows): Promise<Scroll> => {
    const box = document.querySelector('[role="list"][aria-label="Interactions"]')!.parentElement!;
    const result = { frames: 0, blank: 0, lastRow: 0, longestMs: 0 };
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const give = performance.now() + 200_000;
    let before = await frame();
    while (result.lastRow < rows - 1 && performance.now() < give) {
      // Two pages a frame: faster than any wheel.
      box.scrollTop += 1_500;
      const now = await frame();
      result.frames++;
      result.longestMs = Math.max(result.longestMs, now - before);
      before = now;
      const { left, top, width, height } = box.getBoundingClientRect();
      for (const share of [0.02, 0.25, 0.5, 0.75, 0.98]) {
        const row = document.elementFromPoint(left + width / 3, top + height * share)?.closest('[data-row]');
        if (row) result.lastRow = Math.max(result.lastRow, Number((row as HTMLElement).dataset['row']));
        else result.blank++;
      }
    }
    return result;
  }, ROWS);
  process.stdout.write(`figure: ${ROWS} rows in ${seen.frames} frames, ${seen.blank} blank spots, longest frame ${Math.round(seen.longestMs)} ms\n`);
  assert.equal(seen.lastRow, ROWS - 1);
  assert.equal(seen.blank, 0);
  assert.deepEqual(errors, []);
});

/** Answers the list's query with rows that are counted out, a little later than at once, as a gateway does. */
async function answerRows(page: Page): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = (route.request().postDataJSON() ?? {}) as {
      operationName?: string;
      variables: { first: number; after?: string };
    };
    if (operationName !== 'InteractionList') return route.fallback();
    const from = Number(variables.after ?? 0);
    const to = Math.min(ROWS, from + variables.first);
    const edges = Array.from({ length: to - from }, (_, index) => ({ node: rowOf(from + index) }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await route.fulfill({
      json: { data: { interactions: { totalCount: ROWS, pageInfo: { hasNextPage: to < ROWS, endCursor: String(to) }, edges } } },
    });
  });
}

const rowOf = (index: number) => ({
  id: `row-${index}`,
  channel: 'EMAIL',
  language: 'en',
  receivedAt: new Date(1_700_000_000_000 - index * 60_000).toISOString(),
  redactedText: `Message ${index}: my parcel is late, write to <EMAIL_ADDRESS>. `.repeat(1 + (index % 5)),
  customer: { id: `c-${index % 97}`, name: null },
  sentiment: { label: 'NEGATIVE', score: -0.5 },
});
