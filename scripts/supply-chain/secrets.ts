// Looks for keys and passwords in every tracked file. Exit 1 when one is found. Part of `npm run check`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
/** Binary or generated from locked sums: nothing that a person types goes there. */
const SKIPPED = /\.(onnx|png|jpg|ico|woff2?|gz|duckdb|parquet)$|^pnpm-lock\.yaml$/;

const { stdout } = spawnSync('git', ['ls-files', '-z', '--cached', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 16 << 20 });
const deleted = new Set(spawnSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' }).stdout.split('\0'));
const files = stdout.split('\0').filter((file) => file !== '' && !deleted.has(file) && !SKIPPED.test(file));
if (files.length === 0) {
  process.stdout.write('skipped: this is no git checkout, so nobody knows which files are tracked\n');
} else {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', 'secretlint'), ['--maskSecrets', '--no-glob', ...files], {
    cwd: root,
    stdio: 'inherit',
  });
  process.stdout.write(`${files.length} files looked through\n`);
  process.exitCode = status ?? 1;
}
