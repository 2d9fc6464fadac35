// Every page in both themes: no serious barrier by axe, nothing wider than the smallest screen, no error, and a picture of it in artifacts/console.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type ConsoleUnderTest, findBarriers, startConsole } from './console-under-test.ts';
import { PAGES } from './page-list.ts';

const PICTURES = join(import.meta.dirname, '..', '..', '..', 'artifacts', 'console');
let subject: ConsoleUnderTest;

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  subject = await startConsole({ messages: 500 });
});
after(() => subject?.[Symbol.asyncDispose]());

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, path, ready } of PAGES) {
    test(`${name} in ${colorScheme}: readable by everybody, down to 380 pixels`, async () => {
      const { page, errors } = await subject.open(path, { colorScheme });
      await ready(page);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}.png`) });
      assert.deepEqual(await findBarriers(page), []);
      await page.setViewportSize({ width: 380, height: 800 });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(tooWide <= 0, `${tooWide} pixels too wide`);
      await page.screenshot({ path: join(PICTURES, `${name}-${colorScheme}-380.png`) });
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  }
}
