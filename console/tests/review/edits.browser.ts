// What is being written: while somebody else decides, over a reload, and by customers who write odd things.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { submit, type World } from '../browser-fixture.ts';
import { signIn } from '../browser.ts';
import { ask } from '../person.ts';
import { openId } from './decide-by-keyboard.ts';
import { openReview, startReviewWorld } from './review-fixture.ts';

describe('an edit in hand', () => {
  let world: World;
  before(async () => void (world = await startReviewWorld(4)));

  test('somebody else decides while I write: it is shown, and my words become a note', async () => {
    const other = await world.addPerson('Mira', ['ADMIN']);
    await submit(world, ['You charged me twice, this is theft and I am angry.'], 'Contested');
    const { interactions } = await other.ask(
      '{ interactions(filter: { customerId: "Contested-0" }) { edges { node { responses { review { id } } } } } }',
    );
    const { page } = await openReview(world);
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
    const { errors, page } = await openReview(world);
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

  test('what a program did to an item is shown with its name', async () => {
    await submit(world, ['You charged me twice and I am furious.'], 'Robotic');
    const { interactions } = await world.admin.ask(
      '{ interactions(filter: { customerId: "Robotic-0" }) { edges { node { responses { review { id } } } } } }',
    );
    const { id } = interactions.edges[0].node.responses[0].review;
    const { createApiClient } = await world.admin.ask(
      'mutation { createApiClient(input: { name: "Robot", scopes: ["reviews:read", "reviews:write"] }) { clientId clientSecret } }',
    );
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: createApiClient.clientId,
      client_secret: createApiClient.clientSecret,
    });
    const { access_token } = (await (await fetch(`${world.url}/api/v1/auth/token`, { method: 'POST', body })).json()) as { access_token: string };
    const asRobot = (query: string) => ask(world.url, query, { id }, access_token);
    await asRobot('mutation($id: ID!) { claimReview(id: $id) { id } }');
    await asRobot('mutation($id: ID!) { commentOnReview(id: $id, text: "Looked at by a robot") { id } }');
    const { page } = await openReview(world);
    await page.keyboard.press('/');
    await page.keyboard.type('Robotic');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.getByText('Looked at by a robot').waitFor();
    await page.locator('strong', { hasText: 'Robot' }).first().waitFor();
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
