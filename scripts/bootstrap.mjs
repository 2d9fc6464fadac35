// Runs a TypeScript entry point of this repository from a clean clone: fetches Node 24 (when the running one is older), pnpm
// and the dependencies from the npm registry, says what it does, then hands over. Plain JavaScript that Node 20 can run.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEnv, nodeFlags } from './node-flags.mjs';

const NODE = '24.21.0'; // the first line whose type stripping is stable and whose node:sqlite is unflagged
const PNPM = '12.21.0';
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const tools = join(root, '.tools');

const say = (text) => process.stderr.write(`[setup] ${text}\n`);

function fail(what, remedy) {
  process.stderr.write(`[setup] ${what}\n        ${remedy}\n`);
  process.exit(1);
}

function npmInstall(name, version, purpose) {
  const dir = join(tools, name);
  const stamp = join(dir, `.installed-${version}`);
  if (existsSync(stamp)) return dir;
  say(`fetching ${name} ${version} from the npm registry (${purpose}) ...`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{"private":true}\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', '--loglevel=error', `${name}@${version}`];
  const done = spawnSync('npm', args, { cwd: dir, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.status !== 0)
    fail(`npm could not install ${name}@${version}.`, 'Check that npm reaches its registry (npm ping), then run the same command again.');
  writeFileSync(stamp, '');
  return dir;
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const dir = npmInstall(name, NODE, `this machine's Node is ${process.versions.node}; the platform runs on 24`);
  return join(dir, 'node_modules', name, 'bin', 'node');
}

function installDependencies(node) {
  const hash = createHash('sha256');
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)));
  const digest = hash.digest('hex');
  const stamp = join(root, 'node_modules', '.customerai-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  const pnpm = join(npmInstall('pnpm', PNPM, 'the package manager of this workspace'), 'node_modules', '.bin', 'pnpm');
  say('installing dependencies (about 30 s the first time) ...');
  const done = spawnSync(pnpm, ['install', '--frozen-lockfile'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` },
  });
  if (done.status !== 0)
    fail(
      'pnpm could not install the dependencies.',
      'Read its message above; a lock file that lags behind package.json is mended by "pnpm install".',
    );
  writeFileSync(stamp, digest);
}

if (process.platform === 'win32')
  fail('Windows itself is not supported.', 'Run this inside WSL 2 (wsl --install), where it is a Linux like any other.');
const node = findNode();
installDependencies(node);

const env = { ...nodeEnv, ...process.env, PATH: `${dirname(node)}:${process.env.PATH}` };
const child = spawn(node, [...nodeFlags, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env });
// Ctrl-C reaches the whole process group, a signal from a supervisor this process alone: passed on, the second of two is ignored there.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
