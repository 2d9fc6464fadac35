// Ten thousand messages under the wheel: at no frame is a part of the list empty, and the list is read to its end.
// The rows are answered in the gateway's place: taking ten thousand messages through the pipeline takes minutes and tests something else.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';
import { answerRows, scrollThrough } from './long-list.ts';

const ROWS = 10_000;
let subject: ConsoleUnderTest;
before(async () => void (subject = await startConsole()));

test(`a list of ${ROWS} rows scrolls without blank frames`, { timeout: 240_000 }, async () => {
  const { page, errors } = await subject.open('/try-it');
  await answerRows(page, ROWS);
  await page.getByRole('link', { name: 'Interactions' }).click();
  await page.locator('[data-row="0"]').waitFor();
  const seen = await scrollThrough(page, ROWS);
  process.stdout.write(`figure: ${ROWS} rows in ${seen.frames} frames, ${seen.blank} blank spots, longest frame ${Math.round(seen.longestMs)} ms\n`);
  assert.equal(seen.lastRow, ROWS - 1);
  assert.equal(seen.blank, 0);
  assert.deepEqual(errors, []);
});
