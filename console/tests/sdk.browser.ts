// The SDK's examples as a web page would run them: bundled, in a browser, over its own fetch and WebSocket.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { build } from 'vite';
import { startWorld, submit, type World } from './browser-fixture.ts';

const SDK = join(import.meta.dirname, '..', '..', 'packages', 'sdk');

/** One file with everything that the example imports; what it reads from the environment is put in its place. */
async function bundle(name: string, environment: Record<string, string>): Promise<string> {
  const answer = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env': JSON.stringify(environment) },
    resolve: { alias: { '@customerai/sdk': join(SDK, 'src', 'index.ts') } },
    build: { write: false, target: 'es2023', rolldownOptions: { input: join(SDK, 'examples', `${name}.ts`), output: { format: 'es' } } },
  });
  const [{ output }] = [answer].flat() as unknown as [{ output: { code: string }[] }];
  return output[0]!.code;
}

describe('the SDK in a browser', () => {
  let world: World;
  before(async () => {
    world = await startWorld();
    await submit(world, ['Where is my parcel? It is late and I am furious.']);
  });

  /** What the example printed, once it has run to its end. */
  async function run(name: string): Promise<string[]> {
    const { url, admin } = world;
    const code = await bundle(name, { CUSTOMERAI_URL: url, CUSTOMERAI_EMAIL: admin.email, CUSTOMERAI_PASSWORD: admin.password });
    const { context, errors } = await world.newContext();
    const page = await context.newPage();
    const lines: string[] = [];
    page.on('console', (message) => message.type() === 'log' && lines.push(message.text()));
    await page.route('**/example.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/example.js"></script>',
      }),
    );
    await page.route('**/example.js', (route) => route.fulfill({ contentType: 'text/javascript', body: `${code}\ndocument.title = 'ran';` }));
    await page.goto(`${url}/example.html`);
    await page
      .waitForFunction(() => document.title === 'ran')
      .catch((error: unknown) => assert.fail(`${String(error)} ${[...errors, ...lines].join('\n')}`));
    // The browser itself reports the request that the last example makes wrong on purpose.
    assert.deepEqual(
      errors.filter((error) => !error.includes('400')),
      [],
    );
    return lines;
  }

  test('a first query', async () => assert.match((await run('first-query')).join('\n'), /^POSITIVE [01]\.\d\d$/));

  test('a stream of reviews', async () => assert.match((await run('live-reviews')).join('\n'), /^ADDED (URGENT|HIGH) .*negative_sentiment/));

  test('every page, and an error by its code', async () => {
    const output = (await run('every-page')).join('\n');
    assert.match(output, /EMAIL NEGATIVE/);
    assert.match(output, /^first: `first` must be between 1 and 100/m);
  });
});
