import type { Page } from 'playwright-core';

/** Every page: its name, its address, and what is there when it is ready to be looked at. */
export const PAGES: readonly { name: string; path: string; ready: (page: Page) => Promise<void> }[] = [
  {
    name: 'review',
    path: '/review',
    ready: async (page) => {
      await page.locator('[data-item]').first().waitFor();
      await page.keyboard.press('j');
      await page.getByRole('button', { name: /^Approve/ }).waitFor();
    },
  },
  { name: 'insight', path: '/insight?range=30d', ready: (page) => page.locator('[role=img] svg path').nth(20).waitFor({ state: 'attached' }) },
  { name: 'reviews', path: '/reviews', ready: (page) => page.locator('[data-row="3"]').waitFor() },
  { name: 'interactions', path: '/interactions', ready: (page) => page.locator('[data-row="3"]').waitFor() },
  { name: 'interaction', path: '/interactions', ready: openFirst },
  { name: 'customers', path: '/customers', ready: (page) => page.locator('tbody tr').nth(3).waitFor() },
  {
    name: 'customer',
    path: '/customers',
    ready: async (page) => {
      // Somebody with a course to look at.
      await page
        .locator('tbody tr', { has: page.getByText(/^[3-9]$/) })
        .first()
        .getByRole('link')
        .click();
      await page.locator('[role=img] svg path').nth(3).waitFor({ state: 'attached' });
    },
  },
  {
    name: 'knowledge',
    path: '/knowledge',
    ready: async (page) => {
      await page.getByRole('list', { name: 'Articles' }).getByRole('button').first().click();
      await page.getByLabel('Tags').first().waitFor();
    },
  },
  {
    name: 'fairness',
    path: '/fairness',
    ready: async (page) => {
      await page.getByRole('button', { name: 'Use a sample' }).click();
      await page.getByRole('button', { name: 'Run the audit' }).click();
      await page.locator('[data-audit] svg path').nth(10).waitFor({ state: 'attached' });
    },
  },
  { name: 'models', path: '/models', ready: (page) => page.locator('[data-model]').waitFor() },
  { name: 'privacy', path: '/privacy', ready: (page) => page.locator('[data-finding]').first().waitFor() },
  { name: 'users', path: '/users', ready: (page) => page.locator('[data-person]').first().waitFor() },
  { name: 'try-it', path: '/try-it', ready: (page) => page.locator('[data-feeling]').waitFor() },
];

async function openFirst(page: Page): Promise<void> {
  await page.locator('[data-row="2"] a').click();
  await page.locator('[data-message]').waitFor();
  await page.locator('[data-draft]').first().waitFor();
}
