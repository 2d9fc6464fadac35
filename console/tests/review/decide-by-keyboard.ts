import type { Page } from 'playwright-core';

/** How many of each decision were made, by the status that the item has then. */
export type Tally = Record<'APPROVED' | 'EDITED' | 'REJECTED' | 'ESCALATED', number>;

/** The item that is open. */
export const openId = (page: Page): string => new URL(page.url()).searchParams.get('item') ?? '';

/** Until another item than `id` is open and drawn. */
export async function moved(page: Page, id: string): Promise<string> {
  await page.waitForFunction((old) => (new URL(location.href).searchParams.get('item') ?? '') !== old, id);
  await page.getByRole('button', { name: /^Approve/ }).waitFor();
  return openId(page);
}

/**
 * Claims the most urgent item and decides so many by the keyboard alone: approves, rejects for a reason, edits and sends, escalates, in turn; one is taken back
 * and decided anew. Ends on the next item. `onEdit` while the first edit is on the screen.
 */
export async function decideByKeyboard(page: Page, count: number, onEdit?: () => Promise<void>): Promise<Tally> {
  const tally: Tally = { APPROVED: 0, EDITED: 0, REJECTED: 0, ESCALATED: 0 };
  const { keyboard } = page;
  await keyboard.press('c');
  let open = await moved(page, '');
  await page.getByTestId('lease').waitFor();
  for (let done = 0; done < count; done++) {
    switch (done % 4) {
      case 0:
        await keyboard.press('a');
        tally.APPROVED++;
        break;
      case 1:
        await keyboard.press('r');
        await page.getByText('Facts are wrong').waitFor();
        await keyboard.press(String(1 + (done % 8)));
        tally.REJECTED++;
        break;
      case 2:
        await keyboard.press('e');
        await page.getByLabel('The answer as it goes out').waitFor();
        await keyboard.press('Control+End');
        await keyboard.type(' Kind regards');
        await page.getByTestId('diff').locator('ins').first().waitFor();
        if (done === 2) await onEdit?.();
        await keyboard.press('Control+Enter');
        tally.EDITED++;
        break;
      default:
        await keyboard.press('x');
        await page.getByText('Legal question or threat').waitFor();
        await keyboard.press('1');
        tally.ESCALATED++;
    }
    open = await moved(page, open);
    if (done === 4) {
      await keyboard.press('u');
      open = await moved(page, open);
      await keyboard.press('a');
      open = await moved(page, open);
    }
  }
  return tally;
}
