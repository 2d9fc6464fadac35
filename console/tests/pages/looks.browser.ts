// Every page in both themes: no serious barrier by axe, nothing wider than the smallest screen, no error, and a picture of it in artifacts/console.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { findBarriers, picture, setScheme } from '../browser.ts';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';
import { PAGES } from './page-list.ts';

describe('looks', () => {
  let subject: ConsoleUnderTest;
  before(async () => void (subject = await startConsole()));

  for (const { name, path, ready } of PAGES) {
    test(`${name}: readable by everybody in both themes, down to 380 pixels`, async () => {
      const { page, errors } = await subject.open(path);
      await ready(page);
      await page.waitForLoadState('networkidle');
      for (const scheme of ['light', 'dark'] as const) {
        await setScheme(page, scheme);
        await picture(page, `${name}-${scheme}`);
        assert.deepEqual(await findBarriers(page), [], scheme);
      }
      await page.setViewportSize({ width: 380, height: 800 });
      for (const scheme of ['dark', 'light'] as const) {
        await setScheme(page, scheme);
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(tooWide <= 0, `${tooWide} pixels too wide`);
        await picture(page, `${name}-${scheme}-380`);
      }
      assert.deepEqual(errors, []);
    });
  }
});
