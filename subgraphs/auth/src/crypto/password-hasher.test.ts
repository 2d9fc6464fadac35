import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPasswordHasher } from './password-hasher.ts';

test('a hash is argon2id at the stated cost and fits its password only', async () => {
  const hasher = await createPasswordHasher();
  const stored = await hasher.hash('correct horse battery');
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assert.equal(await hasher.verify(stored, 'correct horse battery'), true);
  assert.equal(await hasher.verify(stored, 'correct horse batterx'), false);
  assert.equal(await hasher.verify(undefined, 'no account has this password'), false);
});

test('of a flood four are hashed at once, sixteen wait, the rest is told to come back', async () => {
  const hasher = await createPasswordHasher();
  const answers = await Promise.allSettled(Array.from({ length: 40 }, () => hasher.verify(undefined, 'a guess')));
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 20);
  const reasons = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => [reason.code, reason.details.retryAfter]);
  assert.deepEqual(
    reasons,
    Array.from({ length: 20 }, () => ['RATE_LIMITED', 1]),
  );
  assert.equal(await hasher.verify(undefined, 'afterwards there is room again'), false);
});
