// Formats the whole tree in place: `npm run format`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
process.exitCode = spawnSync(join(root, 'node_modules', '.bin', 'oxfmt'), ['.'], { cwd: root, stdio: 'inherit' }).status ?? 1;
