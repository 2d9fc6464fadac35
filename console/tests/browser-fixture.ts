import { startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const AXE = readFileSync(join(ROOT, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const PICTURES = join(ROOT, '..', 'artifacts', 'console');
const TOKEN_FOR_MS = 120_000; // well below its life of five minutes
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --disable-features=LocalNetworkAccessChecks'.split(
    ' ',
  );

export interface Person {
  email: string;
  password: string;
  /** Asks the platform, as this person. Throws what it refuses. */
  ask(query: string, variables?: object): Promise<any>;
}

export interface World {
  url: string;
  platform: TestPlatform;
  admin: Person;
  /** One more person in the same tenant. */
  addPerson(name: string, roles: string[]): Promise<Person>;
  /**
   * A new browser profile. Whatever goes wrong on its pages, or leaves the origin, ends up in `errors`. Closed with the test; one that is `kept` loses
   * only its pages then.
   */
  newContext(options?: BrowserContextOptions & { kept?: boolean }): Promise<{ context: BrowserContext; errors: string[] }>;
}

/** One platform in memory and one browser for all the files of a run, with the console as built (scripts/test.ts does that). */
let opened: Promise<{ platform: TestPlatform; browser: Browser; stack: AsyncDisposableStack }> | undefined;
after(async () => (await opened)?.stack.disposeAsync());

async function open() {
  const stack = new AsyncDisposableStack();
  const [platform, browser] = await Promise.all([
    startTestPlatform(),
    chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS }),
  ]);
  stack.use(platform);
  stack.defer(() => browser.close());
  return { platform, browser, stack };
}

const contexts = new Map<BrowserContext, { kept: boolean }>();
afterEach(async (test) => {
  for (const [context, { kept }] of contexts) {
    const pages = context.pages();
    // What was on the screen when a test failed says more than its message.
    if ('passed' in test && !test.passed) for (const [index, page] of pages.entries()) await picture(page, `failed-${test.name}-${index}`);
    if (kept) await Promise.all(pages.map((page) => page.close()));
    else {
      await context.close();
      contexts.delete(context);
    }
  }
});

/** A tenant of its own, with an administrator. */
export async function startWorld(): Promise<World> {
  const { platform, browser } = await (opened ??= open());
  const post = async (query: string, variables: object, token?: string): Promise<any> => {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: any; errors?: object[] };
    assert.ok(data && !errors, `${response.status} ${JSON.stringify(errors)}`);
    return data;
  };
  const toPerson = async ({ email, password }: { email: string; password: string }): Promise<Person> => {
    const signIn = 'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
    let signedIn = Number.NEGATIVE_INFINITY;
    let token: Promise<string>;
    const freshToken = () => {
      if (performance.now() - signedIn > TOKEN_FOR_MS) {
        signedIn = performance.now();
        token = post(signIn, { email, password }).then(({ signIn: { accessToken } }) => accessToken as string);
      }
      return token;
    };
    await freshToken();
    return { email, password, ask: async (query, variables = {}) => post(query, variables, await freshToken()) };
  };
  const admin = await toPerson(await platform.newTenant());
  return {
    url: platform.url,
    platform,
    admin,
    addPerson: async (name, roles) => {
      const input = { name, email: `${name.toLowerCase()}.${randomUUID().slice(0, 4)}@example.com`, password: `the password of ${name}`, roles };
      await admin.ask('mutation($input: CreateUserInput!) { createUser(input: $input) { id } }', { input });
      return toPerson(input);
    },
    newContext: async ({ kept = false, ...options } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options });
      contexts.set(context, { kept });
      const errors: string[] = [];
      context.on('weberror', (error) => errors.push(String(error.error())));
      context.on('console', (message) => message.type() === 'error' && errors.push(`${message.text()} (${message.location().url})`));
      context.on('request', (request) => {
        if (!request.url().startsWith(platform.url) && !/^(data|blob):/.test(request.url())) errors.push(`left the origin: ${request.url()}`);
      });
      return { context, errors };
    },
  };
}

/** Messages, each of its own customer; resolves when they are through the whole pipeline. */
export async function submit(world: World, texts: readonly string[], name = 'Customer'): Promise<void> {
  const inputs = texts.map((text, index) => ({ customerId: `${name}-${index}`, customerName: `${name} ${index + 1}`, channel: 'EMAIL', text }));
  await world.admin.ask('mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }', { inputs });
  await world.platform.settle();
}

/** Knowledge for the drafts to quote. */
export async function writeArticles(world: World): Promise<void> {
  const file = join(ROOT, '..', 'packages', 'platform', 'demo', 'articles.json');
  for (const input of JSON.parse(readFileSync(file, 'utf8')) as object[])
    await world.admin.ask('mutation($input: KnowledgeArticleInput!) { upsertKnowledgeArticle(input: $input) { id } }', { input });
}

/** Fills in the form with the keyboard alone. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.getByLabel('E-mail').waitFor();
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('E-mail').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

/** Serious and critical findings of axe. Evaluated, not injected: the page's policy takes no foreign script. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as any).axe.run();
    return violations
      .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
      );
  });
}

/** Keeps a picture in artifacts/console. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name.replaceAll(/[^\w-]+/g, '-').slice(0, 80)}.png`) });
}

/** As if the system's colours were changed. */
export async function setScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor();
}
