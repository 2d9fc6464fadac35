// Runs the tests of every package, each package in its own process, and ends with one line: "N passed, N failed, N skipped".
// `npm test -- review gateway` runs only packages whose folder contains one of the words.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildConsole } from '../packages/platform/src/build-console.ts';
import { nodeEnv, nodeFlags } from './node-flags.mjs';
import type { Counts } from './count-reporter.ts';
import './die-with-parent.mjs';

const BROWSER = 'console in a browser';
const inBrowser = (folder: string) => folder.startsWith(BROWSER);
/** Groups of few files that start many processes. */
const LONG = /\/tests\/\w+$|^scripts\/(chart|image|supply-chain)|^packages\/platform$/;
const TIMEOUT_MS = 6 * 60_000; // for a package; a busy machine takes four times as long as a quiet one
const BROWSER_TIMEOUT_MS = 20 * 60_000; // two minutes on a machine that is free
const TEST_TIMEOUT_MS = 60_000; // one that hangs says its name instead of holding everything up

const root = join(import.meta.dirname, '..');
// `npm run test:browser` is --browser: the console in headless Chromium, and nothing else. --with-browser: that too.
const browser = process.argv.includes('--browser') ? 'only' : process.argv.includes('--with-browser') ? 'too' : 'no';
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const files = globSync('{packages,subgraphs}/*/{src,tests}/**/*.test.ts', { cwd: root })
  .concat(globSync('console/tests/**/*.browser.ts', { cwd: root }))
  .concat(globSync('{gateway,scripts,observability,console}/**/*.test.ts', { cwd: root, exclude: (path) => path.includes('node_modules') }))
  .sort();
const folderOf = (file: string) =>
  file.endsWith('.browser.ts')
    ? `${BROWSER}: ${file.includes('/review/') ? 'live review' : 'other pages, sign-in, SDK'}` // two, so that a machine of two cores has both busy
    : file
        .split('/')
        // A folder below a package's tests/ is a long story of its own, with its own process and time.
        .slice(0, /^packages\/\w+\/tests\/\w+\//.test(file) ? 4 : /^(packages|subgraphs|scripts\/.*)\//.test(file) ? 2 : 1)
        .join('/');
const groups = [...Map.groupBy(files, folderOf)].filter(
  ([folder]) =>
    (words.length === 0 || words.some((word) => folder.includes(word))) && (browser === 'too' || inBrowser(folder) === (browser === 'only')),
);

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const reports = mkdtempSync(join(tmpdir(), 'customerai-tests-'));
const total: Counts = { passed: 0, failed: 0, skipped: [] };

function runGroup([folder, group]: [string, string[]]): Promise<void> {
  const report = join(reports, folder.replaceAll(/[/ ]/g, '-'));
  const reporters = ['spec', 'stdout', join(root, 'scripts/count-reporter.ts'), report];
  const flags = ['--test-reporter', '--test-reporter-destination', '--test-reporter', '--test-reporter-destination'].map(
    (flag, index) => `${flag}=${reporters[index]}`,
  );
  // One process a package: a process a file costs a second each, most of it loading the same modules again.
  const child = spawn(
    process.execPath,
    [
      ...nodeFlags,
      `--import=${join(root, 'scripts/die-with-parent.mjs')}`,
      '--test',
      '--test-isolation=none',
      `--test-timeout=${inBrowser(folder) ? 3 * TEST_TIMEOUT_MS : TEST_TIMEOUT_MS}`,
      ...flags,
      ...group,
    ],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'test', ...nodeEnv, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const start = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), inBrowser(folder) ? BROWSER_TIMEOUT_MS : TIMEOUT_MS);
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      let counts: Counts = { passed: 0, failed: 1, skipped: [] };
      try {
        counts = JSON.parse(readFileSync(report, 'utf8')) as Counts;
      } catch {
        output += `\n${folder}: the test process ended without a report (${signal ?? code}).`;
      }
      if (code !== 0 && counts.failed === 0) counts.failed = 1;
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped.push(...counts.skipped);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(
        `${counts.failed ? 'FAIL' : 'ok  '} ${folder}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped (${seconds} s)\n`,
      );
      if (counts.failed > 0) process.stdout.write(`${output}\n`);
      else for (const [figure] of output.matchAll(/^ *figure: .*\n/gm)) process.stdout.write(figure);
      resolve();
    });
  });
}

// The browser's tests need a browser and a built console; without the first they are skipped, and it says so.
const browserFiles = groups.flatMap(([folder, group]) => (inBrowser(folder) ? group : []));
const hasBrowser = existsSync(CHROMIUM);
if (browserFiles.length > 0 && hasBrowser) await buildConsole((line) => process.stdout.write(`${line}\n`));
else for (const name of browserFiles) total.skipped.push({ name, reason: `no browser at ${CHROMIUM}: "apt-get install chromium", or set CHROMIUM` });

// Two at a time: their tests start databases and models, and more would fight over two cores. One takes the longest that is left, the other the
// shortest, so that no long one is left over at the end, and two of them seldom meet.
const weight = ([folder, group]: [string, string[]]) => (LONG.test(folder) || inBrowser(folder) ? 1_000 : 0) + group.length;
const queue = groups.filter(([folder]) => hasBrowser || !inBrowser(folder)).toSorted((a, b) => weight(b) - weight(a));
const lanes = [() => queue.shift(), () => queue.pop()].map(async (next) => {
  for (let group = next(); group; group = next()) await runGroup(group);
});
await Promise.all(lanes);
rmSync(reports, { recursive: true });

for (const { name, reason } of total.skipped) process.stdout.write(`SKIP ${name}: ${reason}\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped\n`);
process.exitCode = total.failed > 0 || total.passed + total.skipped.length === 0 ? 1 : 0;
