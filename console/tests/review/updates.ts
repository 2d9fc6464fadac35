import type { Page } from 'playwright-core';

const BETWEEN_MS = 50;
const NOTE = 'mutation($id: ID!, $text: String!) { commentOnReview(id: $id, text: $text) { id } }';

/** How long each frame took, in ms. */
export interface Frames {
  count: number;
  median: number;
  p99: number;
  longest: number;
}

/** Counts frames from now on, in the page; the answer ends it. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(() => {
    const frames: number[] = ((window as any).framesSeen = []);
    let before = performance.now();
    const frame = (now: number) => {
      frames.push(now - before);
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return async () => {
    const frames: number[] = await page.evaluate(() => (window as any).framesSeen);
    const sorted = frames.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
    return { count: frames.length, median: at(0.5), p99: at(0.99), longest: at(1) };
  };
}

/** Changes an item twenty times a second, each of `ids` in turn, by notes "Note 0", "Note 1" ... Resolves with the seconds that it took, once all are accepted. */
export async function sendUpdates(
  ask: (query: string, variables: object) => Promise<unknown>,
  ids: readonly string[],
  count: number,
): Promise<number> {
  const begin = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let index = 0; index < count; index++) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, begin + index * BETWEEN_MS - performance.now())));
    sent.push(ask(NOTE, { id: ids[index % ids.length], text: `Note ${index}` }));
  }
  await Promise.all(sent);
  return (performance.now() - begin) / 1000;
}
