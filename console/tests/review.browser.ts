// Live review by the keyboard alone; what happens when the connection goes, when somebody else decides, and when customers write odd things.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { findBarriers, picture, setScheme, signIn, startWorld, submit, writeArticles, type World } from './browser-fixture.ts';

const DECISIONS = 100;
const UPDATES = 60;
const COMPLAINTS = [
  'I was charged twice for my order. Please refund the second charge. My card is 4111 1111 1111 1111.',
  'Where is my parcel? It is eleven days late and nobody answers. I am furious.',
  'The lamp broke after one day. Terrible quality, I want to return it. Write to me at jane@example.com.',
  'Your website keeps logging me out and I hate it. This is a terrible experience, I want my money back.',
];
const STATS = '{ reviewStats { decided open claimed } }';

describe('live review', () => {
  let world: World;
  /** A tenant of its own for what empties the queue. */
  let crowded: World;
  const complaints = (count: number) =>
    Array.from({ length: count }, (_, index) => `${COMPLAINTS[index % COMPLAINTS.length]} Order ${1000 + index}.`);
  before(async () => {
    [world, crowded] = await Promise.all([startWorld(), startWorld()]);
    await Promise.all([writeArticles(world), writeArticles(crowded)]);
    await Promise.all([submit(world, complaints(20)), submit(crowded, complaints(DECISIONS + 8))]);
  });

  async function openReview({ of = world, prepare }: { of?: World; prepare?: (context: BrowserContext) => Promise<void> } = {}) {
    const { context, errors } = await of.newContext();
    await prepare?.(context);
    const page = await context.newPage();
    await page.goto(of.url);
    await signIn(page, of.admin);
    await page.locator('[data-item]').first().waitFor();
    await page.locator('[data-live=live]').waitFor();
    return { context, errors, page };
  }
  const openId = (page: Page) => new URL(page.url()).searchParams.get('item') ?? '';
  /** Until another item than `id` is open and drawn. */
  const moved = async (page: Page, id: string): Promise<string> => {
    await page.waitForFunction((old) => (new URL(location.href).searchParams.get('item') ?? '') !== old, id);
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    return openId(page);
  };
  /** Until the platform has so many decisions. */
  const decided = async (page: Page, count: number) => {
    await page.getByTestId('undo').waitFor({ state: 'detached', timeout: 30_000 });
    const { reviewStats } = await crowded.admin.ask(STATS);
    assert.equal(reviewStats.decided, count);
  };

  test('both themes have no serious barrier, and the smallest screen shows all', async () => {
    const { errors, page } = await openReview();
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
    const { errors, page } = await openReview({ of: crowded });
    await page.evaluate(() => {
      for (const kind of ['mousedown', 'click', 'touchstart'])
        document.addEventListener(
          kind,
          (event) => event.isTrusted && (event as PointerEvent).pointerType !== '' && ((window as any).pointed = true),
          true,
        );
    });
    await page.keyboard.press('c'); // claims the most urgent
    let open = await moved(page, '');
    await page.getByTestId('lease').waitFor();
    const expected = { APPROVED: 0, EDITED: 0, REJECTED: 0, ESCALATED: 0 };
    for (let done = 0; done < DECISIONS; done++) {
      switch (done % 4) {
        case 0:
          await page.keyboard.press('a');
          expected.APPROVED++;
          break;
        case 1:
          await page.keyboard.press('r');
          await page.getByText('Facts are wrong').waitFor();
          await page.keyboard.press(String(1 + (done % 8)));
          expected.REJECTED++;
          break;
        case 2: {
          await page.keyboard.press('e');
          const field = page.getByLabel('The answer as it goes out');
          await field.waitFor();
          await page.keyboard.press('Control+End');
          await page.keyboard.type(' Kind regards');
          await page.getByTestId('diff').locator('ins').first().waitFor();
          if (done === 2) await picture(page, 'review-edit');
          await page.keyboard.press('Control+Enter');
          expected.EDITED++;
          break;
        }
        default:
          await page.keyboard.press('x');
          await page.getByText('Legal question or threat').waitFor();
          await page.keyboard.press('1');
          expected.ESCALATED++;
      }
      open = await moved(page, open);
      if (done === 4) {
        // Taken back within its time: it is open again, and decided anew.
        const next = open;
        await page.keyboard.press('u');
        open = await moved(page, next);
        await page.keyboard.press('a');
        open = await moved(page, open);
      }
    }
    await page.keyboard.press('s');
    await page.getByText('Until when?').waitFor();
    await picture(page, 'review-snooze');
    await page.keyboard.press('1');
    await moved(page, open);
    await picture(page, 'review-undo');
    await decided(page, DECISIONS - expected.ESCALATED);
    const query = 'query($status: [ReviewStatus!]) { reviewQueue(filter: { status: $status }, first: 100) { totalCount } }';
    for (const [status, count] of Object.entries(expected)) {
      const { reviewQueue } = await crowded.admin.ask(query, { status: [status] });
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

  test('a connection that goes: it is said, it comes back by itself, and what was missed is there', async () => {
    let down = false;
    const sockets: { close(): unknown }[] = [];
    let asked = 0;
    const { page } = await openReview({
      prepare: (context) => {
        context.on('request', (request) => request.postData()?.includes('"operationName":"ReviewQueue"') && asked++);
        return context.routeWebSocket(/\/graphql$/, (socket) => {
          if (down) return void socket.close({ code: 1011 });
          const server = socket.connectToServer();
          sockets.push({ close: () => Promise.all([socket.close({ code: 1011 }), server.close()]) });
        });
      },
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
    const { errors, page } = await openReview();
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    const { reviewQueue } = await world.admin.ask('{ reviewQueue(first: 20) { edges { node { id } } } }');
    const ids: string[] = reviewQueue.edges.map(({ node }: any) => node.id);
    await page.evaluate(() => {
      const frames: number[] = ((window as any).frames_ = []);
      let before = performance.now();
      const frame = (now: number) => {
        frames.push(now - before);
        before = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    const note = 'mutation($id: ID!, $text: String!) { commentOnReview(id: $id, text: $text) { id } }';
    const begin = performance.now();
    const sent: Promise<unknown>[] = [];
    for (let count = 0; count < UPDATES; count++) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, begin + count * 50 - performance.now())));
      sent.push(world.admin.ask(note, { id: ids[count % ids.length], text: `Note ${count}` }));
    }
    await Promise.all(sent);
    const seconds = (performance.now() - begin) / 1000;
    const open = openId(page);
    const last = UPDATES - ids.length + ids.indexOf(open);
    await page.getByText(`Note ${last}`, { exact: true }).waitFor();
    const frames: number[] = await page.evaluate(() => (window as any).frames_);
    const sorted = frames.toSorted((a, b) => a - b);
    const [median, p99] = [0.5, 0.99].map((share) => sorted[Math.floor(sorted.length * share)]!);
    process.stdout.write(
      `figure: ${UPDATES} updates in ${seconds.toFixed(1)} s: ${frames.length} frames, median ${median!.toFixed(0)} ms, 99 % within ${p99!.toFixed(0)} ms, longest ${sorted.at(-1)!.toFixed(0)} ms\n`,
    );
    assert.deepEqual(errors, []);
  });

  test('somebody else decides while I write: it is shown, and my words become a note', async () => {
    const other = await world.addPerson('Mira', ['ADMIN']);
    await submit(world, ['You charged me twice, this is theft and I am angry.'], 'Contested');
    const { interactions } = await other.ask(
      '{ interactions(filter: { customerId: "Contested-0" }) { edges { node { responses { review { id } } } } } }',
    );
    const { page } = await openReview();
    await page.keyboard.press('/');
    await page.keyboard.type('Contested');
    await page.keyboard.press('Escape');
    // Believed for half a minute, and told to whoever opens the item then.
    await other.ask('mutation($id: ID!) { markReviewOpen(id: $id) { id } }', { id: interactions.edges[0].node.responses[0].review.id });
    await page.keyboard.press('j');
    await page.getByRole('button', { name: /^Approve/ }).waitFor();
    const id = openId(page);
    await page.getByText('Mira has it open too').waitFor();
    await page.keyboard.press('e');
    const field = page.getByLabel('The answer as it goes out');
    await field.fill('Words that would be a pity to lose.');
    await page.getByTestId('lease').waitFor();
    const { me } = await other.ask('{ me { id } }');
    await other.ask('mutation($id: ID!, $user: ID!) { assignReview(id: $id, userId: $user) { id } }', { id, user: me.id });
    await other.ask('mutation($id: ID!) { claimReview(id: $id) { id } }', { id });
    await other.ask('mutation($id: ID!) { decideReview(id: $id, decision: { action: APPROVE }) { id } }', { id });
    await page.getByText('Mira decided this meanwhile: Approved.').waitFor();
    assert.equal(await field.inputValue(), 'Words that would be a pity to lose.');
    await page.getByRole('button', { name: 'Keep my edit as a note' }).click();
    await page.getByText('Your edit is kept as a note on the item.').waitFor();
    const { reviewItem } = await other.ask('query($id: ID!) { reviewItem(id: $id) { history { note } } }', { id });
    assert.match(reviewItem.history.at(-1).note, /pity to lose/);
  });

  test('an edit outlives a reload; markup and right-to-left words are words', async () => {
    const odd = 'I hate this. <script>window.hacked = 1</script><img src=x onerror="window.hacked=1"> זה נורא מאוד';
    await submit(world, [odd, `Terrible. ${'I am angry about the parcel. '.repeat(1700)}`], 'Odd');
    const { errors, page } = await openReview();
    await page.keyboard.press('/');
    await page.keyboard.type('hacked');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.getByRole('region', { name: 'Message' }).getByText('<script>').first().waitFor();
    assert.equal(await page.evaluate(() => (window as any).hacked), undefined);
    await page.keyboard.press('e');
    await page.getByLabel('The answer as it goes out').fill('שלום, kept over a reload');
    await page.reload();
    await page.getByLabel('The answer as it goes out').waitFor();
    assert.equal(await page.getByLabel('The answer as it goes out').inputValue(), 'שלום, kept over a reload');
    await page.keyboard.press('Escape');

    await page.keyboard.press('/');
    await page.keyboard.type('Odd 2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 2, name: 'Odd 2' }).waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight + 1), 'the page itself does not scroll');
    assert.deepEqual(errors, []);
  });

  test('who may only look sees no way to decide', async () => {
    const analyst = await world.addPerson('Ana', ['ANALYST']);
    const { context, errors } = await world.newContext();
    const page = await context.newPage();
    await page.goto(world.url);
    await signIn(page, analyst);
    await page.locator('[data-item]').first().waitFor();
    await page.keyboard.press('j');
    await page.getByText('Your roles let you look, not decide.').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Approve/ }).count(), 0);
    await page.keyboard.press('a');
    assert.equal(await page.getByTestId('undo').count(), 0);
    assert.deepEqual(errors, []);
  });
});
