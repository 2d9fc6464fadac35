// Live review by the keyboard alone, in both themes and on the smallest screen.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { World } from '../browser-fixture.ts';
import { findBarriers, picture, setScheme } from '../browser.ts';
import { decideByKeyboard, moved, openId } from './decide-by-keyboard.ts';
import { openReview, startReviewWorld } from './review-fixture.ts';

const DECISIONS = 100;

describe('live review by the keyboard', () => {
  let world: World;
  before(async () => void (world = await startReviewWorld(DECISIONS + 8)));

  test('both themes have no serious barrier, and the smallest screen shows all', async () => {
    const { errors, page } = await openReview(world);
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    for (const scheme of ['light', 'dark'] as const) {
      await setScheme(page, scheme);
      assert.deepEqual(await findBarriers(page), [], scheme);
      await picture(page, `live-review-${scheme}`);
    }
    await page.keyboard.press('r');
    await page.getByText('Facts are wrong').waitFor();
    assert.deepEqual(await findBarriers(page), []);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await findBarriers(page), []);
    await picture(page, 'review-keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Go to a page or run a command …').fill('insi');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/insight*');
    await page.goBack();

    await page.setViewportSize({ width: 380, height: 780 });
    for (const scheme of ['light', 'dark'] as const) {
      await setScheme(page, scheme);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'wider than the screen');
      assert.deepEqual(await findBarriers(page), [], `small, ${scheme}`);
      await picture(page, `review-small-${scheme}`);
    }
    assert.deepEqual(errors, []);
  });

  test(`${DECISIONS} decisions with the keyboard alone, one taken back, one item put off`, { timeout: 480_000 }, async () => {
    const { errors, page } = await openReview(world);
    await page.evaluate(() => {
      for (const kind of ['mousedown', 'click', 'touchstart'])
        document.addEventListener(
          kind,
          (event) => event.isTrusted && (event as PointerEvent).pointerType !== '' && ((window as any).pointed = true),
          true,
        );
    });
    const tally = await decideByKeyboard(page, DECISIONS, () => picture(page, 'review-edit'));
    const open = openId(page);
    await page.keyboard.press('s');
    await page.getByText('Until when?').waitFor();
    await picture(page, 'review-snooze');
    await page.keyboard.press('1');
    await moved(page, open);
    await picture(page, 'review-undo');
    await page.getByTestId('undo').waitFor({ state: 'detached', timeout: 30_000 });
    const { reviewStats } = await world.admin.ask('{ reviewStats { decided } }');
    assert.equal(reviewStats.decided, DECISIONS - tally.ESCALATED);
    const query = 'query($status: [ReviewStatus!]) { reviewQueue(filter: { status: $status }, first: 100) { totalCount } }';
    for (const [status, count] of Object.entries(tally)) {
      const { reviewQueue } = await world.admin.ask(query, { status: [status] });
      assert.equal(reviewQueue.totalCount, count, status);
    }
    assert.equal(await page.evaluate(() => (window as any).pointed), undefined);

    await page.getByRole('button', { name: 'Snoozed' }).click();
    await page.locator(`[data-item="${open}"]`).click();
    await page.getByText('Put off until').waitFor();
    await page.getByRole('button', { name: 'Bring it back now' }).click();
    await page.getByText('Nothing is put off').waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.locator(`[data-item="${open}"]`).waitFor();
    assert.deepEqual(errors, []);
  });
});
