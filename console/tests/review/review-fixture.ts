import type { BrowserContext, Page } from 'playwright-core';
import { startWorld, submit, type World, writeArticles } from '../browser-fixture.ts';
import { signIn } from '../browser.ts';
import { complaints } from './complaints.ts';

export interface OpenReview {
  context: BrowserContext;
  errors: string[];
  page: Page;
}

/** A tenant with so many messages that need a person. */
export async function startReviewWorld(messages: number): Promise<World> {
  const world = await startWorld();
  await writeArticles(world);
  await submit(world, complaints(messages));
  return world;
}

/** The review page of the tenant's administrator, signed in and live. */
export async function openReview(world: World, prepare?: (context: BrowserContext) => Promise<void>): Promise<OpenReview> {
  const { context, errors } = await world.newContext();
  await prepare?.(context);
  const page = await context.newPage();
  await page.goto(world.url);
  await signIn(page, world.admin);
  await page.locator('[data-item]').first().waitFor();
  await page.locator('[data-live=live]').waitFor();
  return { context, errors, page };
}
