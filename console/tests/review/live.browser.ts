// The queue as it changes: a connection that goes and comes back, and twenty updates a second.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { submit, type World } from '../browser-fixture.ts';
import { picture } from '../browser.ts';
import { openId } from './decide-by-keyboard.ts';
import { openReview, startReviewWorld } from './review-fixture.ts';
import { sendUpdates, watchFrames } from './updates.ts';

const UPDATES = 60;

describe('a queue that changes', () => {
  let world: World;
  before(async () => void (world = await startReviewWorld(20)));

  test('a connection that goes: it is said, it comes back by itself, and what was missed is there', async () => {
    let down = false;
    const sockets: { close(): unknown }[] = [];
    let asked = 0;
    const { page } = await openReview(world, (context) => {
      context.on('request', (request) => request.postData()?.includes('"operationName":"ReviewQueue"') && asked++);
      return context.routeWebSocket(/\/graphql$/, (socket) => {
        if (down) return void socket.close({ code: 1011 });
        const server = socket.connectToServer();
        sockets.push({ close: () => Promise.all([socket.close({ code: 1011 }), server.close()]) });
      });
    });
    // The queue is asked for when the page opens, and once more when its stream is in place: from then on there is a cursor to go on from.
    while (asked < 2) await page.context().waitForEvent('requestfinished');
    asked = 0;
    down = true;
    for (const socket of sockets) await socket.close();
    await page.locator('[data-live=lost]').waitFor();
    await picture(page, 'review-lost');
    await submit(world, ['This is an outrage, you lost my parcel again and I hate you.'], 'Missed');
    assert.equal(await page.getByText('Missed 1').count(), 0);
    down = false;
    await page.locator('[data-live=live]').waitFor({ timeout: 30_000 });
    await page.getByText('Missed 1').waitFor();
    assert.equal(asked, 0, 'what was missed comes by the stream, from the cursor on');
    await submit(world, ['Nobody ever answers me. Worst service of my life.'], 'Live');
    await page.getByText('Live 1').waitFor();
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
