import { startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const account = { email: 'sdk@example.com', password: 'a password for the examples' };

let platform: TestPlatform;
before(async () => (platform = await startTestPlatform({ ADMIN_EMAIL: account.email, ADMIN_PASSWORD: account.password })));
after(() => platform[Symbol.asyncDispose]());

/** Runs an example as a reader would, in a process of its own. */
async function run(name: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'examples', `${name}.ts`)], {
    env: { ...process.env, CUSTOMERAI_URL: platform.url, CUSTOMERAI_EMAIL: account.email, CUSTOMERAI_PASSWORD: account.password },
    timeout: 30_000,
  });
  return stdout;
}

test('the README shows the examples as they are', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  for (const file of readdirSync(join(root, 'examples'))) {
    assert.ok(readme.includes(readFileSync(join(root, 'examples', file), 'utf8').trimEnd()), `${file} differs from what the README shows`);
  }
});

test('a first query', async () => assert.match(await run('first-query'), /^POSITIVE [01]\.\d\d\n$/));

test('a stream of reviews', async () => assert.match(await run('live-reviews'), /^ADDED (URGENT|HIGH) .*negative_sentiment/));

test('every page, and an error by its code', async () => {
  const output = await run('every-page');
  assert.match(output, /EMAIL NEGATIVE/);
  assert.match(output, /^first: `first` must be between 1 and 100/m);
});
