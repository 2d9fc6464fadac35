// Everything that needs no running part: types, lint, format, layers, composition and generated files. `npm run check`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const LANES = 2;
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

/** Runs one and says how it went, with what it said if it failed. */
function check([name, command, args]: (typeof steps)[number]): Promise<boolean> {
  const start = performance.now();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (output += chunk));
  child.on('error', (error) => (output += error.message));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)\n${code === 0 ? '' : `${output}\n`}`);
      resolve(code === 0);
    }),
  );
}

let failed = 0;
const lanes = Array.from({ length: LANES }, async () => {
  for (let step = steps.shift(); step; step = steps.shift()) if (!(await check(step))) failed++;
});
await Promise.all(lanes);
process.exitCode = failed > 0 ? 1 : 0;
