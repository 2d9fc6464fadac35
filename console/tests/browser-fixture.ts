import { startTestPlatform, type TestPlatform } from '@customerai/testkit/platform';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, openContext, picture } from './browser.ts';
import { type Person, toPerson } from './person.ts';

const ARTICLES = join(import.meta.dirname, '../../packages/platform/demo/articles.json');

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
  const [platform, browser] = await Promise.all([startTestPlatform(), launchBrowser()]);
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
    // An answer that a test gives in the platform's place may still be under way.
    for (const owner of kept ? pages : [context, ...pages]) await owner.unrouteAll({ behavior: 'ignoreErrors' });
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
  const admin = await toPerson(platform.url, await platform.newTenant());
  return {
    url: platform.url,
    platform,
    admin,
    addPerson: async (name, roles) => {
      const input = { name, email: `${name.toLowerCase()}.${randomUUID().slice(0, 4)}@example.com`, password: `the password of ${name}`, roles };
      await admin.ask('mutation($input: CreateUserInput!) { createUser(input: $input) { id } }', { input });
      return toPerson(platform.url, input);
    },
    newContext: async ({ kept = false, ...options } = {}) => {
      const { context, errors } = await openContext(browser, platform.url, options);
      contexts.set(context, { kept });
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
  for (const input of JSON.parse(readFileSync(ARTICLES, 'utf8')) as object[])
    await world.admin.ask('mutation($input: KnowledgeArticleInput!) { upsertKnowledgeArticle(input: $input) { id } }', { input });
}
