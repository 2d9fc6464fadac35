// Ten thousand messages under the wheel: at no frame is a part of the list empty, and the list is read to its end.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';

const ROWS = 10_000;
let subject: ConsoleUnderTest;
before(async () => {
  subject = await startConsole({ messages: ROWS });
});
after(() => subject?.[Symbol.asyncDispose]());

/** What one scroll through the list looked like. */
interface Scroll {
  frames: number;
  blank: number;
  lastRow: number;
  longestMs: number;
}

test(`a list of ${ROWS} rows scrolls without blank frames`, { timeout: 240_000 }, async () => {
  const { page, errors } = await subject.open('/interactions');
  await page.locator('[data-row="0"]').waitFor();
  const seen = await page.evaluate(async (rows): Promise<Scroll> => {
    const box = document.querySelector('[role="list"][aria-label="Interactions"]')!.parentElement!;
    const result = { frames: 0, blank: 0, lastRow: 0, longestMs: 0 };
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const give = performance.now() + 200_000;
    let before = await frame();
    while (result.lastRow < rows - 1 && performance.now() < give) {
      // A page and a half a frame at most: faster than any wheel.
      box.scrollTop += 900;
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
  process.stdout.write(`${seen.frames} frames, ${seen.blank} blank spots, longest frame ${Math.round(seen.longestMs)} ms\n`);
  assert.equal(seen.lastRow, ROWS - 1);
  assert.equal(seen.blank, 0);
  assert.deepEqual(errors, []);
});
