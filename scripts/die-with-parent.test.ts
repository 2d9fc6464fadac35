import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

test('what a killed process has started ends by itself', async () => {
  const preload = join(import.meta.dirname, 'die-with-parent.mjs');
  const child = `process.stdout.write('here'); setInterval(() => {}, 1000);`;
  const source = `require('node:child_process').spawn(process.execPath, ['--import', ${JSON.stringify(preload)}, '-e', ${JSON.stringify(child)}], { stdio: 'inherit' });`;
  const parent = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [first] = await once(parent.stdout, 'data');
  assert.equal(String(first), 'here');
  const closed = once(parent.stdout, 'close'); // the child holds the other end of the pipe
  parent.kill('SIGKILL');
  await closed;
});
