import { startTestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { tellStory } from './story.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const EMAIL = 'admin@example.com';
const PASSWORD = 'the password of the browser tests';
const ARTICLES = JSON.parse(readFileSync(join(ROOT, '..', 'packages', 'platform', 'demo', 'articles.json'), 'utf8')) as object[];

/** What people meet: a finding of axe that may not stay. */
export interface Finding {
  id: string;
  impact: string;
  nodes: string[];
}

/** The console as built, before the whole platform with a month of messages in it, and a browser. */
export interface ConsoleUnderTest extends AsyncDisposable {
  url: string;
  /** Asks the platform itself, as the administrator. */
  ask(query: string, variables?: object): Promise<any>;
  /** A new window, signed in, at a path. Errors of the page end up in `errors`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[] }>;
  settle(): Promise<void>;
}

/** Builds the console, starts everything and tells the story: `messages` of them over the last thirty days. */
export async function startConsole({ messages }: { messages: number }): Promise<ConsoleUnderTest> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  assert.ok(existsSync(executablePath), `no browser at ${executablePath}: apt-get install chromium, or name one in CHROMIUM`);
  const outDir = mkdtempSync(join(tmpdir(), 'customerai-console-'));
  await using stack = new AsyncDisposableStack();
  stack.defer(() => rmSync(outDir, { recursive: true, force: true }));
  await build({ root: ROOT, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const platform = stack.use(await startTestPlatform({ CONSOLE_DIR: outDir, ADMIN_EMAIL: EMAIL, ADMIN_PASSWORD: PASSWORD }));
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  stack.defer(() => browser.close());

  const post = async (query: string, variables: object, token?: string): Promise<any> => {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: any; errors?: object[] };
    assert.ok(answer.data && !answer.errors, `${response.status} ${JSON.stringify(answer)}`);
    return answer.data;
  };
  const signIn = 'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
  const { accessToken } = (await post(signIn, { email: EMAIL, password: PASSWORD })).signIn;
  const ask = (query: string, variables: object = {}) => post(query, variables, accessToken);
  await fillWithStory(ask, messages);
  await platform.settle();
  const owned = stack.move();
  return {
    url: platform.url,
    ask,
    settle: () => platform.settle(),
    open: async (path, options) => {
      const context = await browser.newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        timezoneId: 'Europe/Vienna',
        ...options,
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on(
        'request',
        (request) =>
          !request.url().startsWith(platform.url) && !/^(data|blob):/.test(request.url()) && errors.push(`left the origin: ${request.url()}`),
      );
      await page.goto(`${platform.url}${path}`);
      await page.getByLabel('E-mail').fill(EMAIL);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
      return { page, errors };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function fillWithStory(ask: ConsoleUnderTest['ask'], count: number): Promise<void> {
  for (const input of ARTICLES) await ask('mutation($input: KnowledgeArticleInput!) { upsertKnowledgeArticle(input: $input) { id } }', { input });
  const story = tellStory({ count, days: 30, end: new Date() });
  for (let from = 0; from < story.length; from += 250) {
    const inputs = story.slice(from, from + 250);
    await ask('mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }', { inputs });
  }
}

/** Serious and critical findings of axe on what a page shows now. Evaluated, not injected: the policy of the page takes no foreign script. */
export async function findBarriers(page: Page): Promise<Finding[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as any).axe.run();
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }: { id: string; impact: string; nodes: { html: string }[] }) => ({
        id,
        impact,
        nodes: nodes.map(({ html }) => html.slice(0, 200)),
      }));
  });
}
