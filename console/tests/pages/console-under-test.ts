import type { Page } from 'playwright-core';
import { startWorld, type World, writeArticles } from '../browser-fixture.ts';
import { signIn } from '../browser.ts';
import { tellStory } from './story.ts';

const MESSAGES = 120;
const DAYS = 30;

/** A tenant of the browser tests with a month of messages in it. */
export interface ConsoleUnderTest {
  world: World;
  /** A new page at a path, of somebody who has signed in. Whatever goes wrong there ends up in `errors`. Closed with the test. */
  open(path: string): Promise<{ page: Page; errors: string[] }>;
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
  const { context, errors } = await world.newContext({ timezoneId: 'Europe/Vienna', kept: true });
  const page = await context.newPage();
  await page.goto(world.url);
  await signIn(page, await world.addPerson('Robin', ['ADMIN']));
  await page.close();
  return {
    world,
    open: async (path) => {
      errors.length = 0;
      const page = await context.newPage();
      await page.goto(`${world.url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      return { page, errors };
    },
  };
}
