import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, matchesGlob } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startEmbeddedMongodb } from '../../packages/embedded-mongodb/src/index.ts';
import { findProgram } from '../../packages/testkit/src/real-servers.ts';
import { nodeEnv, nodeFlags } from '../node-flags.mjs';
import { prune, sizeOf } from './prune.ts';

const USER = 65532;
const PATIENCE_MS = 4 * 60_000; // an installation on a machine that does other things as well
const MAX_MEGABYTES = 320; // without Node itself
const root = join(import.meta.dirname, '../..');
const ownPnpm = join(root, '.tools/pnpm/node_modules/.bin/pnpm');
const pnpm = existsSync(ownPnpm) ? ownPnpm : findProgram('pnpm');

/** Whether this process may become the image's user, who must also reach Node's program. */
const asUser = process.getuid?.() === 0 && spawnSync(process.execPath, ['--eval', '0'], { uid: USER, gid: USER, cwd: '/' }).status === 0;
const skip =
  (!pnpm && 'pnpm is not on this machine; "npm test" fetches it') ||
  (!existsSync(join(root, '.git')) && 'this is no git checkout, so nobody knows which files belong to it');

/** The files that the Dockerfile's COPY takes: what git has or would take, less .dockerignore. */
function contextFiles(): string[] {
  const patterns = readFileSync(join(root, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const ignored = (file: string) => {
    const parents = file.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    return parents.some((path) => patterns.some((pattern) => matchesGlob(path, pattern)));
  };
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).split('\0');
  return files.filter((file) => file !== '' && !ignored(file) && existsSync(join(root, file)));
}

// No engine builds images here; the steps of the Dockerfile's stage "application" are done in a folder instead, and what it starts is started.
describe("the image's content", { skip, timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'customerai-image-'));
  const app = join(folder, 'app');
  let freed = 0;

  async function run(args: string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
    const { NODE_COMPILE_CACHE: _, ...everywhere } = nodeEnv;
    const child = spawn(process.execPath, [...nodeFlags, 'packages/platform/src/run-one.ts', ...args], {
      cwd: app,
      env: { PATH: '/nowhere', NODE_ENV: 'production', ...everywhere, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(asUser && { uid: USER, gid: USER }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const [code] = await once(child, 'close');
    return { code: code as number, output };
  }

  before(
    () => {
      chmodSync(folder, 0o755);
      for (const file of contextFiles()) {
        mkdirSync(dirname(join(app, file)), { recursive: true });
        cpSync(join(root, file), join(app, file));
      }
      const [, flags] = /pnpm install --store-dir \S+ (--offline .*--prod --filter "[^"]+")/.exec(readFileSync(join(root, 'Dockerfile'), 'utf8'))!;
      const env = { ...process.env, CI: 'true', PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH']}` };
      const installed = spawnSync(pnpm!, ['install', ...flags!.replaceAll('"', '').split(' ')], { cwd: app, env, encoding: 'utf8' });
      assert.equal(installed.status, 0, installed.stdout + installed.stderr);
      freed = prune(app);
    },
    { timeout: PATIENCE_MS },
  );
  after(() => rmSync(folder, { recursive: true }));

  test('is small: no foreign binaries, no development dependencies, no tests', () => {
    const megabytes = Math.round(sizeOf(app) / 1024 / 1024);
    assert.ok(megabytes < MAX_MEGABYTES, `${megabytes} MB, after ${Math.round(freed / 1024 / 1024)} MB were removed`);
    const binaries = globSync('node_modules/.pnpm/onnxruntime-node@*/node_modules/onnxruntime-node/bin/*/*/*', { cwd: app });
    assert.deepEqual(
      binaries.map((path) => path.split('/').slice(-2).join('/')),
      [`${process.platform}/${process.arch}`],
    );
    const natives = globSync(
      ['node_modules/.pnpm/tokenizers@*/node_modules/tokenizers/*.node', 'node_modules/.pnpm/usearch@*/node_modules/usearch/prebuilds/*'],
      { cwd: app },
    );
    assert.ok(natives.length >= 2 && natives.every((path) => path.includes(`${process.platform}-${process.arch}`)), natives.join(', '));
    for (const name of ['typescript', 'oxlint', 'kubernetes-models', 'playwright-core'])
      assert.deepEqual(globSync(`node_modules/.pnpm/${name}@*`, { cwd: app }), []);
    assert.deepEqual(globSync('{packages,subgraphs,gateway}/**/*.test.ts', { cwd: app, exclude: (path) => path.includes('node_modules') }), []);
  });

  test(
    'starts every service, as a user who may write nothing of it',
    { skip: asUser ? false : 'only root can become another user here' },
    async () => {
      await using mongo = await startEmbeddedMongodb({ directory: undefined });
      const { code, output } = await run(['migrate'], { MONGO_URL: mongo.url, ADMIN_PASSWORD: 'long enough for a trial' });
      assert.equal(code, 0, output);
      assert.equal(output.match(/collections and indexes are there/g)?.length, 8, output);
      const foreign = globSync('**/*', { cwd: app, exclude: (path) => path.includes('node_modules') }).filter(
        (path) => statSync(join(app, path)).uid === USER,
      );
      assert.deepEqual(foreign, []);
    },
  );

  test('has its graph, and its clients operations beside it', async () => {
    const { code, output } = await run(['check-compatibility', 'supergraph.graphql']);
    assert.equal(code, 0, output);
    assert.match(output, /compatible: 0 breaking, 0 dangerous; 0 faults in [1-9]\d* known operations/);
  });

  test('says what the gateway lacks when nothing is given', async () => {
    const { code, output } = await run(['gateway']);
    assert.equal(code, 1);
    assert.match(output, /gateway cannot start.*NATS_URL/s);
  });
});
