import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const STAMP = '.built-from';

/**
 * Builds the web console where it is missing or older than its sources (a few seconds), and says so. A console that cannot be built stops nobody: the
 * gateway then has a page that says what else there is.
 */
export async function buildConsole(say: (line: string) => void, root: string = ROOT): Promise<void> {
  const folder = join(root, 'console');
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  if (!existsSync(join(folder, 'package.json')) || !existsSync(vite)) return; // an image brings it built
  const digest = digestOf(root);
  const stamp = join(folder, 'dist', STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say(`building the console (${existsSync(stamp) ? 'its sources have changed' : 'the first time'}) ...`);
  const begin = performance.now();
  // Made aside and put in place whole: a gateway that runs, or a second start at the same time, never sees half of it.
  const made = join(folder, `.dist-${process.pid}`);
  const { code, output } = await run(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', made, '--emptyOutDir'], folder);
  if (code !== 0) {
    rmSync(made, { recursive: true, force: true });
    say(`the console could not be built; the platform starts without it. Try "npx vite build" in console/. What was said:\n${output}`);
    return;
  }
  writeFileSync(join(made, STAMP), digest);
  const old = `${made}-old`;
  if (existsSync(join(folder, 'dist'))) renameSync(join(folder, 'dist'), old);
  renameSync(made, join(folder, 'dist'));
  rmSync(old, { recursive: true, force: true });
  say(`built the console in ${((performance.now() - begin) / 1000).toFixed(1)} s; ${firstLoadOf(folder)}`);
}

/** Of everything that the build reads; tests of the console are not read. */
function digestOf(root: string): string {
  const patterns = ['console/{src,public,build}/**/*.*', 'console/*.{html,ts,json}', 'pnpm-workspace.yaml'];
  const files = globSync(patterns, { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function firstLoadOf(folder: string): string {
  const { total, script, style } = JSON.parse(readFileSync(join(folder, 'dist/.first-load.json'), 'utf8')) as Record<string, number>;
  const kilobytes = (bytes = 0) => `${Math.round(bytes / 1000)} kB`;
  return `first load ${kilobytes(total)} after gzip (scripts ${kilobytes(script)}, styles ${kilobytes(style)})`;
}

function run(command: string, args: string[], cwd: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
