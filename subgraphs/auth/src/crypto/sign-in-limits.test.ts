import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSignInLimits, delayAfter } from './sign-in-limits.ts';

test('the wait doubles from one second after the fifth failure up to fifteen minutes', () => {
  assert.deepEqual([1, 4, 5, 6, 7, 14, 15, 16, 500].map(delayAfter), [0, 0, 1, 2, 4, 512, 900, 900, 900]);
});

test('fifty attempts side by side on one account are five attempts', async () => {
  const limits = createSignInLimits();
  let made = 0;
  const attempt = () =>
    limits.attempt('a@example.com', async () => {
      made += 1;
      return false;
    });
  const results = await Promise.allSettled(Array.from({ length: 50 }, attempt));
  assert.equal(made, 5);
  const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason);
  assert.equal(refused.length, 45);
  assert.ok(refused.every(({ code, details }) => code === 'RATE_LIMITED' && details.retryAfter >= 1));
});

test('a right attempt clears the count, and one that could not be made does not count', async () => {
  const limits = createSignInLimits();
  const attempt = (answer: () => Promise<boolean>) => limits.attempt('a@example.com', answer);
  for (let round = 0; round < 2; round++) {
    for (let failure = 0; failure < 4; failure++) await attempt(async () => false);
    await assert.rejects(
      attempt(() => Promise.reject(new Error('busy'))),
      { message: 'busy' },
    );
    assert.equal(await attempt(async () => true), true);
  }
});

test('a closed account stays closed for the right password too, and other accounts stay open', async () => {
  const limits = createSignInLimits();
  for (let failure = 0; failure < 5; failure++) await limits.attempt('a@example.com', async () => false);
  await assert.rejects(
    limits.attempt('a@example.com', async () => true),
    { code: 'RATE_LIMITED', details: { retryAfter: 1 } },
  );
  assert.equal(await limits.attempt('b@example.com', async () => true), true);
});
