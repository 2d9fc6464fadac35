import assert from 'node:assert/strict';

/** Asks again until it is so; ten seconds at most. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !(await isSo());) {
    assert.ok(Date.now() < end, 'it did not come to that');
    await new Promise((resolve) => setTimeout(resolve, 10)); // leaves the processor to what is waited for
  }
}
