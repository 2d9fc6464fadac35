import type { BrowserContextOptions, Page } from 'playwright-core';
import { signIn, startWorld, type World, writeArticles } from '../browser-fixture.ts';
import { tellStory } from './story.ts';

/** The world of the browser tests with a month of messages in it. */
export interface ConsoleUnderTest extends AsyncDisposable {
  world: World;
  /** A new browser profile, signed in as the administrator, at a path. Whatever goes wrong there ends up in `errors`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[] }>;
}

/** Starts everything and tells the story: `messages` of them over the last thirty days, all through the pipeline. */
export async function startConsole({ messages }: { messages: number }): Promise<ConsoleUnderTest> {
  await using stack = new AsyncDisposableStack();
  const world = stack.use(await startWorld());
  await writeArticles(world);
  const story = tellStory({ count: messages, days: 30, end: new Date() });
  for (let from = 0; from < story.length; from += 250) {
    const inputs = story.slice(from, from + 250);
    await world.admin.ask('mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }', { inputs });
  }
  await world.platform.settle();
  const owned = stack.move();
  return {
    world,
    open: async (path, options) => {
      const { context, errors } = await world.newContext({ timezoneId: 'Europe/Vienna', ...options });
      const page = await context.newPage();
      await page.goto(world.url);
      await signIn(page, world.admin);
      await page.goto(`${world.url}${path}`);
      return { page, errors };
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
