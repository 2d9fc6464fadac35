// Alerts, exports and forecasts on the insight page, and API clients on the users page, in headless Chromium before the whole platform.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { findBarriers, picture } from '../browser.ts';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';

let subject: ConsoleUnderTest;
before(async () => void (subject = await startConsole()));

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';

test('insight: a rule is set, its alert is raised before the eyes, and it is removed again', async () => {
  const { page, errors } = await subject.open('/insight?range=30d');
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Any message');
  await dialog.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'messages' }).click();
  await dialog.getByLabel('Threshold').fill('100000');
  assert.deepEqual(await findBarriers(page), []);
  await picture(page, 'insight-alert-rule');
  await dialog.getByRole('button', { name: 'Watch' }).click();
  const rule = page.locator('[data-alert="Any message"]');
  await rule.getByText('messages above 100,000').waitFor();
  assert.equal(await rule.getAttribute('data-raised'), 'false');

  // The same name again: the rule is replaced.
  const input = { name: 'Any message', metric: 'INTERACTIONS', comparison: 'ABOVE', threshold: 0, window: 'PT15M' };
  await subject.world.admin.ask('mutation($input: AlertRuleInput!) { setAlertRule(input: $input) { id } }', { input });
  await subject.world.admin.ask(SUBMIT, { input: { customerId: 'walk-in', channel: 'CHAT', text: 'The bell should ring.' } });
  const raised = page.locator('[data-alert="Any message"][data-raised="true"]');
  await raised.getByText('Raised', { exact: true }).waitFor();
  await raised.scrollIntoViewIfNeeded();
  await picture(page, 'insight-alert');
  await page.getByRole('button', { name: 'Remove the rule Any message' }).click();
  await rule.waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
});

test('insight: what is to be expected is drawn, and the rows behind the page come as a file', async () => {
  const { page, errors } = await subject.open('/insight?range=30d');
  await page.locator('svg text', { hasText: 'Expected' }).first().waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Rows as CSV' }).click();
  const download = await file;
  assert.match(download.suggestedFilename(), /^customerai-.*\.csv$/);
  assert.match(readFileSync(await download.path(), 'utf8'), /^interaction_id,customer_id,channel,.*\n[\w-]+,/);
  assert.deepEqual(errors, []);
});

test('users: a program gets a secret that is shown once and lets it in, until it is revoked', async () => {
  const { page, errors } = await subject.open('/users');
  await page.getByRole('button', { name: 'New API client' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Nightly report');
  await dialog.getByLabel('analytics:read', { exact: true }).check();
  assert.deepEqual(await findBarriers(page), []);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const [client_id, client_secret] = (await dialog.locator('[data-secret]').nth(1).waitFor(),
  await dialog.locator('[data-secret]').allInnerTexts()) as [string, string];
  assert.deepEqual(await findBarriers(page), []);
  await dialog.getByRole('button', { name: 'I have copied it' }).click();

  const token = () =>
    fetch(`${subject.world.url}/api/v1/auth/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret }),
    });
  const answer = (await (await token()).json()) as { scope: string };
  assert.equal(answer.scope, 'analytics:read');
  const row = page.locator('[data-client="Nightly report"]');
  await row.getByText('analytics:read').waitFor();
  await page.getByRole('button', { name: 'Revoke Nightly report' }).click();
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await row.waitFor({ state: 'detached' });
  assert.equal((await token()).status, 401);
  assert.deepEqual(errors, []);
});
