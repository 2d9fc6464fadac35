import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext, signIn } from '../tests/browser.ts';
import { answerRows, scrollThrough } from '../tests/pages/long-list.ts';
import { type Person, toPerson } from '../tests/person.ts';
import { complaints } from '../tests/review/complaints.ts';
import { decideByKeyboard, type Tally } from '../tests/review/decide-by-keyboard.ts';
import { sendUpdates, watchFrames } from '../tests/review/updates.ts';
import { percentile, printTable } from '../../bench/figures.ts';
import { type PlatformProcess, startPlatformProcess, withDataDir } from '../../bench/platform-process.ts';

const DECISIONS = 100;
const UPDATES = 200;
const ROWS = 10_000;
const ROUNDS = 3;
const ADMIN = { email: 'admin@example.com', password: 'a password for the bench' };
const SENT_WITHIN_MS = 30_000;

type Ask = Person['ask'];

/** The console in headless Chromium before a platform of its own: how soon it can be used, how smooth it stays, and whether the keyboard is enough. */
export async function run(): Promise<void> {
  const browser = await launchBrowser();
  try {
    const visits: { first: number; signedIn: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) await withPlatform(async ({ url }) => void visits.push(await visitFirst(browser, url)));
    await withPlatform(async (platform) => {
      const { ask } = await toPerson(platform.url, ADMIN);
      await ask('mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }', {
        inputs: complaints(DECISIONS + 8).map((text, index) => ({ customerId: `c-${index}`, channel: 'EMAIL', text })),
      });
      await until(async () => (await ask('{ reviewStats { open } }')).reviewStats.open >= DECISIONS);
      const { page, errors } = await open(browser, platform.url);
      const updates = await watchUpdates(page, ask);
      const review = await decide(page, ask);
      const scroll = await scrollRows(page);
      const firstLoad = JSON.parse(readFileSync(join(import.meta.dirname, '../dist/.first-load.json'), 'utf8')) as { total: number };
      const worst = (of: 'first' | 'signedIn') => Math.max(...visits.map((visit) => visit[of])) / 1000;
      const middle = (of: 'first' | 'signedIn') =>
        percentile(
          visits.map((visit) => visit[of]),
          0.5,
        ) / 1000;
      printTable(
        ['figure', 'floor', 'measured'],
        [
          ["first load before the charts' chunk, gzipped (kB)", 'at most 250', firstLoad.total / 1000],
          [`first visit to a server that has just started, until the form takes a key (s), median of ${ROUNDS}`, 'at most 2', middle('first')],
          ['the same, worst', 'at most 2', worst('first')],
          [`first sign-in there, until the queue can be used (s), median of ${ROUNDS}`, 'at most 2', middle('signedIn')],
          ['the same, worst', 'at most 2', worst('signedIn')],
          [`longest frame at 20 updates a second, ${UPDATES} of them (ms)`, 'at most 50', updates.longest],
          ['the same, 99 % of the frames within (ms)', '', updates.p99],
          [`blank places in ${ROWS} rows, ${scroll.frames} frames (count)`, '0', scroll.blank],
          ['the last row that was drawn', String(ROWS - 1), scroll.lastRow],
          [`decisions by the keyboard alone (count)`, String(DECISIONS), review.made],
          ['of them not as the platform has them (count)', '0', review.wrong],
          ['seconds for all of them', '', review.seconds],
          ['errors of the pages on the way (count)', '0', errors.length],
        ],
      );
      for (const error of errors) process.stdout.write(`${error}\n`);
    });
  } finally {
    await browser.close();
  }
}

const withPlatform = (use: (platform: PlatformProcess) => Promise<void>): Promise<void> =>
  withDataDir(async (dataDir) => {
    await using platform = await startPlatformProcess(dataDir, { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password });
    await use(platform);
  });

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Two waits of somebody new, in ms: for the form, and after it for the queue. */
async function visitFirst(browser: Browser, url: string): Promise<{ first: number; signedIn: number }> {
  const { context } = await openContext(browser, url);
  const page = await context.newPage();
  const begin = performance.now();
  await page.goto(url);
  await page.getByLabel('E-mail').pressSequentially('a');
  const first = performance.now() - begin;
  await page.getByLabel('E-mail').fill(ADMIN.email);
  await page.getByLabel('Password', { exact: true }).fill(ADMIN.password);
  const submitted = performance.now();
  await page.keyboard.press('Enter');
  await page.locator('[data-live=live]').waitFor();
  await page.keyboard.press('/'); // the first key that is answered
  await page.locator('input[aria-label="Search the queue"]:focus').waitFor();
  const signedIn = performance.now() - submitted;
  await context.close();
  return { first, signedIn };
}

async function open(browser: Browser, url: string): Promise<{ page: Page; errors: string[] }> {
  const { context, errors } = await openContext(browser, url);
  const page = await context.newPage();
  await page.goto(url);
  await signIn(page, ADMIN);
  await page.locator('[data-item]').first().waitFor();
  await page.locator('[data-live=live]').waitFor();
  return { page, errors };
}

async function watchUpdates(page: Page, ask: Ask) {
  await page.keyboard.press('j');
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
  const { reviewQueue } = await ask('{ reviewQueue(first: 20) { edges { node { id } } } }');
  const ids: string[] = reviewQueue.edges.map(({ node }: { node: { id: string } }) => node.id);
  const stop = await watchFrames(page);
  await sendUpdates(ask, ids, UPDATES);
  return stop();
}

/** The decisions that were made, and how many of them the platform has otherwise. */
async function decide(page: Page, ask: Ask): Promise<{ made: number; wrong: number; seconds: number }> {
  await page.goto(new URL('/review', page.url()).href);
  await page.locator('[data-item]').first().waitFor();
  const begin = performance.now();
  const tally: Tally = await decideByKeyboard(page, DECISIONS);
  const seconds = (performance.now() - begin) / 1000;
  await page.getByTestId('undo').waitFor({ state: 'detached', timeout: SENT_WITHIN_MS });
  let wrong = 0;
  for (const [status, count] of Object.entries(tally)) {
    const query = 'query($status: [ReviewStatus!]) { reviewQueue(filter: { status: $status }, first: 1) { totalCount } }';
    wrong += Math.abs((await ask(query, { status: [status] })).reviewQueue.totalCount - count);
  }
  return { made: Object.values(tally).reduce((sum, count) => sum + count), wrong, seconds };
}

async function scrollRows(page: Page) {
  await answerRows(page, ROWS);
  await page.getByRole('link', { name: 'Interactions' }).click();
  await page.locator('[data-row="0"]').waitFor();
  return scrollThrough(page, ROWS);
}
