import { freePort } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCommand } from './split/split-fixture.ts';

describe('npm start that cannot', () => {
  let directory: string;
  before(() => void (directory = mkdtempSync(join(tmpdir(), 'customerai-faults-'))));
  after(() => rmSync(directory, { recursive: true }));
  const start = (env: Record<string, string>) =>
    runCommand(['start'], { PORT: '0', DATA_DIR: directory, MONGO_URL: '', NATS_URL: '', REDIS_URL: '', ...env }).ended;

  const cases: [what: string, env: Record<string, string>, says: RegExp][] = [
    ['for NATS that does not answer', { NATS_URL: 'nats://me:hidden@127.0.0.1:1' }, /NATS at nats:\/\/127\.0\.0\.1:1 cannot be used .*NATS_URL/],
    ['for wrong values', { PORT: 'abc', NATS_REPLICAS: '9' }, /2 problems:.*PORT: must be a whole number.*NATS_REPLICAS: must be .* from 1 to 5/s],
    ['for a secret in a file that is not there', { MONGO_URL_FILE: '/nowhere/hidden' }, /MONGO_URL_FILE: .* cannot be read \(ENOENT\)/],
  ];
  for (const [what, env, says] of cases)
    test(`${what} says so in words and ends`, async () => {
      const { code, output } = await start(env);
      assert.equal(code, 1);
      assert.match(output, says);
      assert.doesNotMatch(output, /\n\s+at |me:hidden/);
    });

  test('for a port that is taken says so before anything is started', async () => {
    const port = await freePort();
    const taken = createServer().listen(port, '127.0.0.1');
    try {
      const { code, output } = await start({ PORT: String(port) });
      assert.equal(code, 1);
      assert.match(output, new RegExp(`Port ${port} .* is in use by another program`));
      assert.doesNotMatch(output, /started/);
    } finally {
      taken.close();
    }
  });
});
