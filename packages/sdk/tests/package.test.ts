import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { publint } from 'publint';

const root = join(import.meta.dirname, '..');
let folder: string;
let packed: string;

/** The package as it would be published: built, with `publishConfig` in place of the workspace's entry points. */
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'customerai-sdk-'));
  packed = join(folder, 'package');
  execFileSync(join(root, '../../node_modules/.bin/tsc'), ['-p', join(root, 'tsconfig.build.json'), '--outDir', join(packed, 'dist')], {
    stdio: 'inherit',
  });
  const { publishConfig, devDependencies: _, scripts: __, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const graphqlWs = JSON.parse(readFileSync(join(root, 'node_modules/graphql-ws/package.json'), 'utf8')).version;
  writeFileSync(
    join(packed, 'package.json'),
    JSON.stringify({ ...manifest, exports: publishConfig.exports, dependencies: { 'graphql-ws': graphqlWs } }, null, 2),
  );
  cpSync(join(root, 'README.md'), join(packed, 'README.md'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: packed, pack: false, strict: true });
  assert.deepEqual(messages, []);
});

test('its types resolve for ESM from Node and from bundlers', async () => {
  const tarball = join(folder, 'sdk.tgz');
  execFileSync('tar', ['-czf', tarball, '-C', folder, 'package']);
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))));
  assert.ok(analysis.types);
  // CommonJS may not `require` an ES module's types statically; that is what "ESM only" means, and Node 22 and later load it all the same.
  const problems = analysis.problems.filter(({ kind }) => kind !== 'CJSResolvesToESM' && kind !== 'NoResolution');
  assert.deepEqual(problems, []);
});

test('plain Node runs what is built', () => {
  symlinkSync(join(root, 'node_modules'), join(packed, 'node_modules'));
  const script = `import { createClient } from ${JSON.stringify(join(packed, 'dist/index.js'))}; console.log(typeof createClient({ url: 'http://127.0.0.1:1' }).kpis);`;
  const output = execFileSync(process.execPath, ['--no-strip-types', '--input-type=module', '--eval', script], { encoding: 'utf8' });
  assert.equal(output, 'function\n');
});
