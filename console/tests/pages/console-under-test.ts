import type { BrowserContextOptions, Page } from 'playwright-core';
import { signIn, startWorld, type World, writeArticles } from '../browser-fixture.ts';
import { tellStory } from './story.ts';

const MESSAGES = 300;
const DAYS = 30;

/** A tenant of the browser tests with a month of messages in it. */
export interface ConsoleUnderTest {
  world: World;
  /** A new browser profile, signed in as the administrator, at a path. Whatever goes wrong there ends up in `errors`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; errors: string[] }>;
}

let told: Promise<ConsoleUnderTest> | undefined;
/** Tells the story once for all files that want one: messages of the last month, all through the pipeline. */
export const startConsole = (): Promise<ConsoleUnderTest> => (told ??= tell());

async function tell(): Promise<ConsoleUnderTest> {
  const world = await startWorld();
  await writeArticles(world);
  const inputs = tellStory({ count: MESSAGES, days: DAYS, end: new Date() });
  for (let from = 0; from < inputs.length; from += 100) {
    await world.admin.ask('mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { error } }', {
      inputs: inputs.slice(from, from + 100),
    });
  }
  await world.platform.settle();
  const person = await world.addPerson('Robin', ['ADMIN']);
  return {
    world,
    open: async (path, options) => {
      const { context, errors } = await world.newContext({ timezoneId: 'Europe/Vienna', ...options });
      const page = await context.newPage();
      await page.goto(`${world.url}${path}`);
      await signIn(page, person);
      return { page, errors };
    },
  };
}
