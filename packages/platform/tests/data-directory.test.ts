import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDataDirectory } from '../src/data-directory.ts';

let root: string;
before(async () => (root = await mkdtemp(join(tmpdir(), 'customerai-data-'))));
after(() => rm(root, { recursive: true, force: true }));

test('a new data directory is made, for its owner only', async () => {
  using directory = await openDataDirectory(join(root, 'a', 'b'));
  assert.equal((await stat(directory.path)).mode & 0o777, 0o700);
});

test('a second platform on the same directory is refused, and told who holds it', async () => {
  const path = join(root, 'held');
  using _ = await openDataDirectory(path);
  await writeFile(join(path, 'platform.pid'), '1'); // the first process of the machine: alive, and not us
  await assert.rejects(openDataDirectory(path), /process 1\) uses the data directory .*held.*DATA_DIR/s);
});

test('a directory left by a killed platform is taken over', async () => {
  const path = join(root, 'left');
  (await openDataDirectory(path))[Symbol.dispose]();
  await writeFile(join(path, 'platform.pid'), '999999999');
  using directory = await openDataDirectory(path);
  assert.ok(directory.path.endsWith('left'));
});

test(
  'a file system that takes no new entries is refused, not tried for ever',
  { skip: existsSync('/proc') ? false : 'there is no /proc here' },
  async () => {
    await assert.rejects(openDataDirectory('/proc/customerai/data'), /data directory \/proc\/customerai\/data cannot be written/);
  },
);

test('a path that cannot be a directory names itself and the remedy', async () => {
  const file = join(root, 'file');
  await writeFile(file, '');
  await assert.rejects(openDataDirectory(join(file, 'below')), /data directory .*below cannot be written.*set DATA_DIR/s);
});
