// The queue as it changes: a connection that goes and comes back, and twenty updates a second.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { submit, type World } from '../browser-fixture.ts';
import { picture } from '../browser.ts';
import { openId } from './decide-by-keyboard.ts';
import { Line } from './line.ts';
import { openReview, startReviewWorld } from './review-fixture.ts';
import { sendUpdates, watchFrames } from './updates.ts';

const UPDATES = 60;

describe('a queue that changes', () => {
  let world: World;
  before(async () => void (world = await startReviewWorld(20)));

  test('a connection that goes: it is said, it comes back by itself, and what was missed is there', async () => {
    let asked = 0;
    const line = new Line();
    const { page } = await openReview(world, (context) => {
      context.on('request', (request) => request.postData()?.includes('"operationName":"ReviewQueue"') && asked++);
      return line.runThrough(context);
    });
    // The queue is asked for when the page opens, and once more when its stream is in place: from then on there is a cursor to go on from.
    while (asked < 2) await page.context().waitForEvent('requestfinished');
    asked = 0;
    await line.cut();
    await page.locator('[data-live=lost]').waitFor();
    await picture(page, 'review-lost');
    await submit(world, ['This is an outrage, you lost my parcel again and I hate you.'], 'Missed');
    assert.equal(await page.getByText('Missed 1').count(), 0);
    line.mend();
    await page.locator('[data-live=live]').waitFor({ timeout: 30_000 });
    await page.getByText('Missed 1').waitFor();
    assert.equal(asked, 0, 'what was missed comes by the stream, from the cursor on');
    await submit(world, ['Nobody ever answers me. Worst service of my life.'], 'Live');
    await page.getByText('Live 1').waitFor();
  });

  test('a platform that goes away under an edit: the words stay, and what was decided is sent when it is back', async () => {
    const line = new Line();
    const { page, context } = await openReview(world, (context) => line.runThrough(context));
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    const id = openId(page);
    await page.keyboard.press('e');
    await page.getByLabel('The answer as it goes out').fill('Sent when you are back.');
    await page.getByTestId('lease').waitFor();
    await line.cut();
    await context.setOffline(true);
    await page.locator('[data-live=lost]').waitFor();
    assert.equal(await page.getByLabel('The answer as it goes out').inputValue(), 'Sent when you are back.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('not sent yet: the platform is away, tried again by itself').waitFor({ timeout: 30_000 });
    await context.setOffline(false);
    line.mend();
    await page.getByTestId('undo').waitFor({ state: 'detached', timeout: 30_000 });
    const { reviewItem } = await world.admin.ask('query($id: ID!) { reviewItem(id: $id) { status decision { editedText } } }', { id });
    assert.deepEqual(reviewItem, { status: 'EDITED', decision: { editedText: 'Sent when you are back.' } });
  });

  test('twenty updates a second: the page stays smooth, and shows the last of them', async () => {
    const { errors, page } = await openReview(world);
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    const { reviewQueue } = await world.admin.ask('{ reviewQueue(first: 20) { edges { node { id } } } }');
    const ids: string[] = reviewQueue.edges.map(({ node }: any) => node.id);
    const stop = await watchFrames(page);
    const seconds = await sendUpdates(world.admin.ask, ids, UPDATES);
    const last = UPDATES - ids.length + ids.indexOf(openId(page));
    await page.getByText(`Note ${last}`, { exact: true }).waitFor();
    const { count, median, p99, longest } = await stop();
    process.stdout.write(
      `figure: ${UPDATES} updates in ${seconds.toFixed(1)} s: ${count} frames, median ${median.toFixed(0)} ms, 99 % within ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms\n`,
    );
    assert.deepEqual(errors, []);
  });
});
