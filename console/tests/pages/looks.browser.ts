// Every page in both themes: no serious barrier by axe, nothing wider than the smallest screen, no error, and a picture of it in artifacts/console.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findBarriers, picture } from '../browser-fixture.ts';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';
import { PAGES } from './page-list.ts';

let subject: ConsoleUnderTest;

before(async () => {
  subject = await startConsole({ messages: 300 });
});
after(() => subject?.[Symbol.asyncDispose]());

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, path, ready } of PAGES) {
    test(`${name} in ${colorScheme}: readable by everybody, down to 380 pixels`, async () => {
      const { page, errors } = await subject.open(path, { colorScheme });
      await ready(page);
      await page.waitForLoadState('networkidle');
      await picture(page, `${name}-${colorScheme}`);
      assert.deepEqual(await findBarriers(page), []);
      await page.setViewportSize({ width: 380, height: 800 });
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(tooWide <= 0, `${tooWide} pixels too wide`);
      await picture(page, `${name}-${colorScheme}-380`);
      assert.deepEqual(errors, []);
      await page.context().close();
    });
  }
}
