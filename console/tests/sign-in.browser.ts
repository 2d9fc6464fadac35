// Signing in and out, sessions over tabs and past their end, the first load.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { startWorld, submit, type World } from './browser-fixture.ts';
import { findBarriers, picture, setScheme, signIn } from './browser.ts';

const MOST_FIRST_LOAD = 250_000;

describe('signing in', () => {
  let world: World;
  before(async () => {
    world = await startWorld();
    await submit(world, ['My parcel never came. I am furious and I want my money back.']);
  });

  test('a wrong password is said in words, the right one opens the page, a reload stays signed in, signing out ends it', async () => {
    const { context, errors } = await world.newContext();
    const page = await context.newPage();
    await page.goto(`${world.url}/review`);
    await page.getByLabel('E-mail').fill(world.admin.email);
    await page.getByLabel('Password', { exact: true }).fill('something else entirely');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    assert.ok(((await page.getByRole('alert').textContent()) ?? '').length > 10);
    assert.deepEqual(await findBarriers(page), []);
    await picture(page, 'sign-in-light');
    await setScheme(page, 'dark');
    assert.deepEqual(await findBarriers(page), []);
    await picture(page, 'sign-in-dark');

    await page.getByLabel('E-mail').fill('');
    await signIn(page, world.admin);
    await page.locator('[data-item]').first().waitFor();
    assert.equal(await page.evaluate(() => document.cookie + Object.values(localStorage).join('')).then((kept) => /eyJ/.test(kept)), false);

    await page.reload();
    await page.locator('[data-item]').first().waitFor();

    await page.getByRole('button', { name: new RegExp(world.admin.email) }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('E-mail').waitFor();
    await page.reload();
    await page.getByLabel('E-mail').waitFor();
    assert.deepEqual(
      errors.filter((error) => !error.includes('401')),
      [],
    ); // the browser itself reports the refused password
  });

  test('tabs that open at the same time share one session, though a refresh token works once', async () => {
    const { context, errors } = await world.newContext();
    const first = await context.newPage();
    await first.goto(world.url);
    await signIn(first, world.admin);
    const tabs = [first, await context.newPage(), await context.newPage(), await context.newPage()];
    for (let round = 0; round < 3; round++) {
      await Promise.all(tabs.map((tab) => tab.goto(`${world.url}/review`)));
      await Promise.all(tabs.map((tab) => tab.locator('[data-item]').first().waitFor()));
    }
    assert.deepEqual(errors, []);
  });

  test('a session that ends under an edit: sign in over the page, the words are still there, and the note in hand is sent once', async () => {
    const { page, context } = await openItem(world);
    await page.keyboard.press('e');
    await page.getByLabel('The answer as it goes out').fill('My own careful words.');

    await context.clearCookies();
    await refuseOnce(page, 'CommentOnReview');
    await page.getByLabel('Add a note').fill('A note to send');
    await page.keyboard.press('Enter');
    await page.getByText('Your session has ended').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(world.admin.password);
    await page.keyboard.press('Enter');
    await page.getByText('Your session has ended').waitFor({ state: 'detached' });
    await page.getByText('A note to send').waitFor();
    assert.equal(await page.getByLabel('Add a note').inputValue(), '');
    assert.equal(await page.getByLabel('The answer as it goes out').inputValue(), 'My own careful words.');
    const id = new URL(page.url()).searchParams.get('item');
    const { reviewItem } = await world.admin.ask('query($id: ID!) { reviewItem(id: $id) { history { note } } }', { id });
    assert.equal(reviewItem.history.filter(({ note }: { note: string | null }) => note === 'A note to send').length, 1);
  });

  test('a token that is refused in mid-decision: sign in over the page, and the decision is sent once', async () => {
    await submit(world, ['You lost my parcel and I am furious.'], 'Decided');
    const { page, context } = await openItem(world);
    const id = new URL(page.url()).searchParams.get('item');
    await refuseOnce(page, 'DecideReview');
    await context.clearCookies();
    await page.keyboard.press('a');
    await page.getByText('Your session has ended').waitFor({ timeout: 30_000 });
    await page.getByLabel('Password', { exact: true }).fill(world.admin.password);
    await page.keyboard.press('Enter');
    await page.getByTestId('undo').waitFor({ state: 'detached' });
    const { reviewItem } = await world.admin.ask('query($id: ID!) { reviewItem(id: $id) { status history { change } } }', { id });
    assert.equal(reviewItem.status, 'APPROVED');
    assert.equal(reviewItem.history.filter(({ change }: { change: string }) => change === 'DECIDED').length, 1);
  });

  test('the first load is small, and nothing of it comes from elsewhere', async () => {
    const { context, errors } = await world.newContext();
    const page = await context.newPage();
    const files: Request[] = [];
    page.on('requestfinished', (request) => void (/\.(js|css)$/.test(request.url()) && files.push(request)));
    const visit = performance.now();
    await page.goto(world.url);
    await page.getByLabel('E-mail').waitFor();
    const first = performance.now() - visit;
    await signIn(page, world.admin);
    await page.locator('[data-item]').first().waitFor();
    const told = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'dist', '.first-load.json'), 'utf8')) as { total: number };
    const again = performance.now();
    await page.reload();
    await page.locator('[data-item]').first().waitFor();
    const ready = performance.now() - again;
    const sizes = await Promise.all(files.map(async (file) => [file.url(), (await file.sizes()).responseBodySize] as const));
    const wire = [...new Map(sizes.filter(([, size]) => size > 0)).values()].reduce((sum, size) => sum + size, 0);
    process.stdout.write(
      `figure: first load ${told.total} bytes after gzip; ${wire} bytes of scripts and styles on the wire (brotli, extras included); first visit ${Math.round(first)} ms, reload ${Math.round(ready)} ms\n`,
    );
    assert.ok(told.total <= MOST_FIRST_LOAD, `${told.total} bytes`);
    assert.ok(!files.some((file) => file.url().split('/').at(-1)!.startsWith('charts')), 'charts are loaded without a page that draws');
    assert.deepEqual(errors, []);
  });
});

/** Signed in, with the queue's first item open. */
async function openItem(world: World) {
  const { context } = await world.newContext();
  const page = await context.newPage();
  await page.goto(world.url);
  await signIn(page, world.admin);
  await page.locator('[data-item]').first().waitFor();
  await page.keyboard.press('j');
  await page.getByRole('button', { name: /Approve/ }).waitFor();
  return { context, page };
}

/** The platform's answer to an operation whose token it takes no more, once. */
async function refuseOnce(page: Page, name: string): Promise<void> {
  const errors = [{ message: 'The access token has expired.', extensions: { code: 'UNAUTHENTICATED' } }];
  let refusals = 0;
  await page.route('**/graphql', (route) => {
    const { operationName } = (route.request().postDataJSON() ?? {}) as { operationName?: string };
    return operationName === name && refusals++ === 0 ? route.fulfill({ status: 401, json: { errors } }) : route.fallback();
  });
}
