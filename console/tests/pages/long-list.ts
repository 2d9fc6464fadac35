import type { Page } from 'playwright-core';

/** What one scroll through the list looked like. */
export interface Scroll {
  frames: number;
  /** Places of the list that had no row in them when a frame was drawn. */
  blank: number;
  lastRow: number;
  longestMs: number;
}

/** Scrolls the open list of interactions to its end, two screens a frame: faster than any wheel. */
export const scrollThrough = (page: Page, rows: number): Promise<Scroll> =>
  page.evaluate(async (rows): Promise<Scroll> => {
    const box = document.querySelector('[role="list"][aria-label="Interactions"]')!.parentElement!;
    const result = { frames: 0, blank: 0, lastRow: 0, longestMs: 0 };
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const give = performance.now() + 200_000;
    let before = await frame();
    while (result.lastRow < rows - 1 && performance.now() < give) {
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
  }, rows);

/** Answers the list's query in the gateway's place, with rows that are counted out, a little later than at once, as a gateway does. */
export async function answerRows(page: Page, rows: number): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = (route.request().postDataJSON() ?? {}) as {
      operationName?: string;
      variables: { first: number; after?: string };
    };
    if (operationName !== 'InteractionList') return route.fallback();
    const from = Number(variables.after ?? 0);
    const to = Math.min(rows, from + variables.first);
    const edges = Array.from({ length: to - from }, (_, index) => ({ node: rowOf(from + index) }));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await route.fulfill({
      json: { data: { interactions: { totalCount: rows, pageInfo: { hasNextPage: to < rows, endCursor: String(to) }, edges } } },
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
