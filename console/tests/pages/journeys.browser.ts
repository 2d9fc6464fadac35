// Each page by its main journey, in headless Chromium before the whole platform.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { findBarriers, picture } from '../browser.ts';
import { type ConsoleUnderTest, startConsole } from './console-under-test.ts';

let subject: ConsoleUnderTest;
before(async () => void (subject = await startConsole()));

const SUBMIT = 'mutation($input: SubmitInteractionInput!) { submitInteraction(input: $input) { id } }';

/** A journey ends without an error on the page. */
function journey(name: string, path: string, walk: (page: Page) => Promise<void>): void {
  test(name, async () => {
    const { page, errors } = await subject.open(path);
    await walk(page);
    assert.deepEqual(errors, []);
  });
}

journey(
  'insight: the range is in the address, a figure leads to its rows, and the figures follow what happens',
  '/insight?range=30d',
  async (page) => {
    const tile = page.locator('[data-tile="interactions"] p').nth(1);
    const count = Number(await tile.innerText());
    assert.ok(count >= 120);
    const input = { customerId: 'walk-in', channel: 'CHAT', text: 'The lamp is broken and I am angry.' };
    await subject.world.admin.ask(SUBMIT, { input });
    await tile.filter({ hasText: String(count + 1) }).waitFor();

    await page.getByText('90 d', { exact: true }).click();
    await page.waitForURL(/range=90d/);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Sentiment over time: download as CSV' }).click();
    assert.match(readFileSync(await (await file).path(), 'utf8'), /start,interactions,negative,neutral,positive,averageScore\r\n\d{4}-/);

    await page.locator('[data-tile="negativeShare"]').click();
    await page.waitForURL(/\/interactions\?.*NEGATIVE/);
    await page.locator('[data-row="0"]').waitFor();
    assert.equal(await page.getByText('Positive +').count(), 0);
  },
);

journey('insight: what it divides by opens its rows, messages or reviews', '/insight?range=30d', async (page) => {
  for (const [panel, address] of [
    ['By emotion', /\/interactions\?.*emotion=/],
    ['By aspect', /\/interactions\?.*aspect=/],
    ['By language', /\/interactions\?.*language=/],
    ['Why people look', /\/reviews\?.*reason=/],
  ] as const) {
    const row = page.getByRole('region', { name: panel }).getByRole('listitem').first();
    const count = Number((await row.locator('b').innerText()).replaceAll(',', ''));
    await row.getByRole('link').click();
    await page.waitForURL(address);
    await page.locator('[data-row="0"]').waitFor();
    assert.match(await page.getByRole('status').first().innerText(), new RegExp(`of ${count} loaded`), panel);
    await page.goBack();
  }
});

journey('interactions: search narrows the list, and a message opens redacted until its original is asked for', '/interactions', async (page) => {
  await page.getByPlaceholder('Search in messages').fill('charged twice');
  await page.waitForURL(/q=charged/);
  await page.locator('[data-row="0"]').getByText('<PHONE_NUMBER>').waitFor();
  await page.locator('[data-row="0"] a').press('Enter');
  await page.locator('[data-message="redacted"] mark').first().waitFor();
  assert.doesNotMatch(await page.locator('[data-message]').innerText(), /7946/);
  await page.getByRole('button', { name: 'Show the original' }).click();
  await page.locator('[data-message="original"]').getByText('7946').first().waitFor();
});

journey('customers: somebody who wrote lately opens, gives and withdraws consent, and is exported and erased', '/customers', async (page) => {
  const input = { customerId: 'c-leaves', customerName: 'Lea Leaves', channel: 'CHAT', text: 'My lamp is late. Please delete all my data.' };
  await subject.world.admin.ask(SUBMIT, { input });
  await subject.world.platform.settle();
  await page.reload();
  await page.getByPlaceholder('Customer id or name').fill('Lea Leaves');
  await page.locator('tbody tr').first().getByRole('link').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lea Leaves' }).waitFor();
  await page.getByLabel('Purpose').fill('training');
  await page.getByRole('button', { name: 'Record consent' }).click();
  await page.locator('[data-consent="training"]').getByText('Given').waitFor();
  await page.getByRole('button', { name: 'Withdraw consent to training' }).click();
  await page.locator('[data-consent="training"]').getByText('Withdrawn').waitFor();

  await page.getByRole('button', { name: 'Export their data' }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download/ }).click();
  assert.match(readFileSync(await (await file).path(), 'utf8'), /delete all my data/);

  await page.getByRole('button', { name: 'Erase this customer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Type c-leaves to confirm').fill('c-leave');
  assert.ok(await dialog.getByRole('button', { name: 'Erase for good' }).isDisabled());
  await dialog.getByLabel('Type c-leaves to confirm').fill('c-leaves');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await page.locator('[data-request="ERASURE"] [data-status="COMPLETED"]').first().waitFor();
  await page.getByText('8 of 8 services are done').first().waitFor();
  await page.reload();
  await page.getByText('Nobody of this id has written').waitFor();

  await page.getByRole('link', { name: 'Privacy' }).click();
  await page.getByRole('region', { name: 'Erasures and exports' }).locator('[data-request="ERASURE"] [data-status="COMPLETED"]').waitFor();
  await page.locator('[data-action="erasure.completed"]').waitFor();
  await page.getByRole('button', { name: 'Verify the audit log' }).click();
  await page.locator('[data-valid="true"]').waitFor();
  await page.getByRole('region', { name: 'Erasures and exports' }).scrollIntoViewIfNeeded();
  await picture(page, 'privacy-requests');
});

journey('knowledge: an article is written, found, tried on a message, and deleted', '/knowledge', async (page) => {
  await page.getByRole('button', { name: 'New article' }).click();
  await page.getByLabel('Title').fill('Zeppelin rides');
  await page.getByLabel('Text', { exact: true }).fill('Zeppelin rides start every hour from the north gate.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/article=(?!new)/);
  await page.getByPlaceholder('Search in articles').fill('zeppelin');
  await page.getByText('One article').waitFor();
  await page.getByLabel('Text', { exact: true }).fill('Zeppelin rides start at noon.');
  await page.getByPlaceholder('Search in articles').fill('nothing like it');
  await page.getByText('No article fits').waitFor();
  assert.equal(await page.getByLabel('Text', { exact: true }).inputValue(), 'Zeppelin rides start at noon.');
  await page.getByPlaceholder('Search in articles').fill('zeppelin');
  await page.getByText('One article').waitFor();
  await page.getByRole('button', { name: 'Compose' }).click();
  await page.locator('[data-draft]').waitFor();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('No article fits').waitFor();
});

journey('fairness: a table of the wrong shape is refused, the sample is audited and said in plain words', '/fairness', async (page) => {
  await page.getByLabel('CSV, header first').fill('just some words');
  await page.getByText('This is no CSV table').waitFor();
  await page.getByRole('button', { name: 'Use a sample' }).click();
  await page.getByRole('button', { name: 'Run the audit' }).click();
  await page.locator('[data-audit]').getByText('Groups are treated differently').waitFor();
  await page
    .getByText(/percentage points lie between “woman” and “man”/)
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Past audits' }).locator('[data-verdict="FAIL"]').waitFor();
});

journey('models: the card is drawn from its Markdown', '/models', async (page) => {
  await page.getByRole('tab', { name: 'Model card' }).click();
  await page.locator('[data-card] table').first().waitFor();
  assert.equal(await page.locator('[data-card] script, [data-card] img').count(), 0);
});

journey('models: a second version becomes a canary by the slider, and is taken out again', '/try-it', async (page) => {
  // A second version is put into the gateway's answer: a model on disk that is signed and loads is the model service's own test.
  let canary: number | null = null;
  const asked: object[] = [];
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON() as { operationName: string; variables: { percent: number } };
    if (operationName === 'DeployVersion') {
      asked.push(variables);
      canary = variables.percent || null;
      return route.fulfill({ json: { data: { deployModelVersion: { __typename: 'Model', name: 'sentiment' } } } });
    }
    if (operationName !== 'Models') return route.fallback();
    const answer = (await (await route.fetch()).json()) as { data: { models: any[] } };
    const [model] = answer.data.models;
    model.versions.push({ ...model.versions[0], version: '9.9.9' });
    const message = 'sentiment/9.9.8/manifest.json is missing or cannot be read.';
    model.problems.push({ __typename: 'ModelProblem', version: '9.9.8', message, deployed: false });
    if (canary !== null) Object.assign(model, { canary: { ...model.live, version: '9.9.9' }, canaryPercent: canary });
    return route.fulfill({ json: answer });
  });
  await page.getByRole('link', { name: 'Models' }).click();
  await page.getByText('Choose another version above').waitFor();
  await page.getByText('9.9.8: sentiment/9.9.8/manifest.json is missing').waitFor();
  await page.getByLabel('Version', { exact: true }).first().click();
  await page.getByRole('option', { name: /^9\.9\.9/ }).click();
  const slider = page.getByRole('slider', { name: 'Share of the texts' });
  await slider.focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Let it answer 10 %' }).click();
  await page.getByText('9.9.9 is the canary: 10 %').waitFor();
  assert.deepEqual(await findBarriers(page), []);
  await picture(page, 'models-canary');
  await page.getByRole('button', { name: 'Take it out' }).click();
  await page.getByText('9.9.9 is the canary').waitFor({ state: 'detached' });
  const name = (asked[0] as { name: string }).name;
  assert.deepEqual(asked, [
    { name, version: '9.9.9', percent: 10, shadow: false },
    { name, version: '9.9.9', percent: 0, shadow: false },
  ]);
});

journey('models: a training run is asked for, watched and stopped', '/models', async (page) => {
  const { ask } = subject.world.admin;
  const panel = page.getByRole('region', { name: 'Training' });
  await panel.getByText('Open data sets').click();
  await panel.getByLabel('Times the recipe').fill('4');
  await panel.getByRole('button', { name: 'Train a version' }).click();
  const run = panel.locator('[data-run]').first();
  await run.getByText('npm run trainer').waitFor();

  // The test is the trainer.
  const { takeTraining } = await ask('mutation { takeTraining(trainer: "test") { claim job { id } } }');
  const which = { id: takeTraining.job.id, claim: takeTraining.claim };
  const report = (more: object) => ask('mutation($input: TrainingReport!) { reportTraining(input: $input) }', { input: { ...which, ...more } });
  await report({ progress: 0.5, epoch: 2, metrics: { loss: 0.25 } });
  await run.getByRole('progressbar', { name: /50/ }).waitFor();
  await run.getByText('2 of 4 times').waitFor();
  await run.getByText('0.25').waitFor();
  assert.deepEqual(await findBarriers(page), []);
  await panel.scrollIntoViewIfNeeded();
  await picture(page, 'models-training');
  await run.getByRole('button', { name: /^Cancel/ }).click();
  await run.getByText('told to end').waitFor();
  await ask('mutation($input: TrainingEnd!) { endTraining(input: $input) { id } }', { input: { ...which, outcome: 'CANCELLED' } });
  await run.getByText('Cancelled').waitFor();

  await panel.getByText('Reviewers’ corrections').first().click();
  await panel.getByRole('button', { name: 'Train a version' }).click();
  await panel.locator('[data-status="QUEUED"]').waitFor();
  const next = await ask('mutation { takeTraining(trainer: "test") { claim job { id } } }');
  const input = { id: next.takeTraining.job.id, claim: next.takeTraining.claim, outcome: 'FAILED', error: 'accuracy gets worse' };
  await ask('mutation($input: TrainingEnd!) { endTraining(input: $input) { id } }', { input });
  await panel.locator('[data-status="FAILED"]').getByText('accuracy gets worse').waitFor();
});

journey('privacy: findings are marked while typing, and hidden on request', '/privacy', async (page) => {
  await page.getByLabel('A text').fill('<script>alert(1)</script> Mail me: eve@example.org');
  await page.locator('[data-finding="EMAIL_ADDRESS"]').getByText('eve@example.org').waitFor();
  await page.getByRole('button', { name: 'Hide personal data' }).click();
  await page.locator('[data-hidden]').getByText('<EMAIL_ADDRESS>').waitFor();
});

journey('privacy: how long messages are kept is set, what would go is counted, and it is taken back', '/privacy', async (page) => {
  const kept = page.locator('[data-kept="interactions"]');
  await kept.getByRole('button', { name: 'Change how long: Messages' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('How long').fill('1');
  await dialog.getByLabel('Of what').click();
  await page.getByRole('option', { name: 'days' }).click();
  await dialog.getByRole('button', { name: 'Keep for so long' }).click();
  await dialog.getByRole('alert').waitFor(); // too short, in the platform's words
  assert.deepEqual(await findBarriers(page), []);
  await dialog.getByLabel('How long').fill('90');
  await dialog.getByRole('button', { name: 'Keep for so long' }).click();
  await kept.getByText('kept for 90 days').waitFor();
  await page.getByRole('button', { name: 'Count what would go now' }).click();
  await page.locator('[data-round="count"][data-status="COMPLETED"]').getByText('0 records would go').waitFor();
  await kept.getByRole('button', { name: 'Keep for good' }).click();
  await kept.getByText('kept until somebody removes it').waitFor();
});

journey('users: a person is added, gets other roles, and is disabled', '/users', async (page) => {
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Wilma Test');
  await dialog.getByLabel('E-mail').fill('wilma@example.com');
  await dialog.getByLabel('Password').first().fill('short');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('At least 15 characters', { exact: true }).waitFor();
  await dialog.getByLabel('Password').first().fill('four words are enough');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const row = page.locator('[data-person="wilma@example.com"]');
  await row.getByText('Reviewer').waitFor();
  await page.getByRole('button', { name: 'Roles of Wilma Test' }).click();
  await dialog.getByLabel('Analyst').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await row.getByText('Analyst').waitFor();
  await page.getByRole('button', { name: 'Disable Wilma Test' }).click();
  await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
  await row.getByText('Disabled').waitFor();
});

journey('try it: the answer follows the keys, and the last text wins', '/try-it', async (page) => {
  await page.locator('[data-feeling="NEGATIVE"]').waitFor();
  await page.getByLabel('A text').fill('');
  await page.getByLabel('A text').pressSequentially('This is wonderful, I love it! Thank you.', { delay: 15 });
  await page.locator('[data-feeling="POSITIVE"]').waitFor();
  await page.getByText(/40 characters/).waitFor();
});

test('the explorer has a window of examples for each role, and asks no other host for anything', async () => {
  const { context, errors } = await subject.world.newContext();
  const page = await context.newPage();
  await page.goto(`${subject.world.url}/explorer`);
  for (const role of ['sign in', 'agent', 'reviewer', 'analyst', 'administrator']) await page.getByText(role, { exact: true }).first().waitFor();
  await picture(page, 'explorer');
  const sent = page.waitForRequest((request) => request.postData()?.includes('Latest') === true);
  await page.getByText('agent', { exact: true }).first().click();
  await page.getByText('(Send query Latest)').click();
  const persisted = JSON.parse(readFileSync(join(import.meta.dirname, '../../../examples/persisted-documents.json'), 'utf8')) as object;
  assert.ok(Object.values(persisted).includes((await sent).postDataJSON().query), 'what the explorer sends is a persisted operation');
  assert.deepEqual(
    errors.filter((error) => error.startsWith('left the origin')),
    [],
  );
});
