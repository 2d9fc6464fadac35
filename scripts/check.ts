// Everything that needs no running part: types, lint, format, layers, composition and generated files. `npm run check`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const steps: [name: string, command: string, args: string[]][] = [
  ['types', bin('tsc'), ['-p', 'tsconfig.json']],
  ['types of the console', bin('tsc'), ['-p', 'console/tsconfig.json']],
  ['lint', bin('oxlint'), ['--deny-warnings', '.']],
  ['format', bin('oxfmt'), ['--check', '.']],
  ['layers', process.execPath, ['scripts/check-layers.ts']],
  ['composition and generated files', process.execPath, ['scripts/codegen.ts', '--check']],
  ['no secrets in tracked files', process.execPath, ['scripts/supply-chain/secrets.ts']],
  ['licences', process.execPath, ['scripts/supply-chain/licences.ts']],
];

let failed = 0;
for (const [name, command, args] of steps) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n`);
  if (status !== 0) {
    failed++;
    process.stdout.write(`${stdout}${stderr}\n`);
  }
}
process.exitCode = failed > 0 ? 1 : 0;
