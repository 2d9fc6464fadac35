import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { judgeLicence } from './judge-licence.ts';
import { makeSbom } from './make-sbom.ts';
import { readProductionGraph } from './production-graph.ts';

const root = join(import.meta.dirname, '..', '..');
const graph = readProductionGraph(root);
const manifest = (license: string) => ({ name: 'x', version: '1.0.0', license });
const judge = (name: string, license: string) => judgeLicence({ id: `${name}@1.0.0`, name, manifest: manifest(license) }).problem;

test('the graph holds what runs, not what only builds and tests', () => {
  const names = new Set([...graph.packages.values()].map(({ name }) => name));
  for (const name of ['graphql', '@apollo/query-planner', 'mongoose', '@duckdb/node-api', 'age-encryption']) assert.ok(names.has(name), name);
  for (const name of ['typescript', 'oxlint', 'secretlint', '@apollo/gateway']) assert.ok(!names.has(name), name);
  assert.ok(
    [...graph.packages.values()].every(({ integrity }) => integrity?.startsWith('sha')),
    'every package is locked by its sum',
  );
});

const licences: [what: string, name: string, licence: string, problem: RegExp | undefined][] = [
  ['a permissive licence is fine', 'x', 'MIT', undefined],
  ['one of two is enough', 'x', '(GPL-3.0-only OR Apache-2.0)', undefined],
  ['both of two must be fine', 'x', 'MIT AND GPL-3.0-only', /not on the list/],
  ['copyleft is refused', 'x', 'AGPL-3.0-only', /not on the list/],
  ['no licence is refused', 'x', '', /no SPDX licence/],
  ['prose is refused', 'x', 'SEE LICENSE IN LICENSE.txt', /no SPDX licence/],
  ['Elastic-2.0 is fine for the gateway family', '@apollo/query-planner', 'Elastic-2.0', undefined],
  ['Elastic-2.0 is refused for anything else', '@apollo/server', 'Elastic-2.0', /not on the list/],
];
for (const [what, name, licence, problem] of licences)
  test(what, () => (problem ? assert.match(judge(name, licence) ?? 'no problem', problem) : assert.equal(judge(name, licence), undefined)));

test('the bill of materials is valid CycloneDX, the same each time, and names every package with its licence and sum', async () => {
  const platform = { name: 'customerai', version: '0.1.0', description: 'x' };
  const text = await makeSbom(graph, platform);
  assert.equal(await makeSbom(graph, platform), text);
  const { components, dependencies } = JSON.parse(text);
  assert.equal(components.length, graph.packages.size + graph.ours.size);
  const gateway = components.find(({ purl }: { purl?: string }) => purl?.startsWith('pkg:npm/%40apollo/query-planner@'));
  assert.deepEqual(gateway.licenses, [{ license: { id: 'Elastic-2.0' } }]);
  assert.match(gateway.hashes[0].content, /^[0-9a-f]{128}$/);
  const ours = dependencies.find(({ ref }: { ref: string }) => ref === '@customerai/gateway');
  assert.ok(ours.dependsOn.includes(gateway['bom-ref']));
});

test('versions wait before they come in, none runs a script, and all come from the registry', () => {
  const workspace = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'));
  assert.ok(workspace.minimumReleaseAge >= 4_320 && workspace.minimumReleaseAgeStrict && workspace.blockExoticSubdeps);
  assert.ok(Object.values(workspace.allowBuilds).every((allowed) => allowed === false));
  assert.ok(
    Object.values<string>(workspace.catalog).every((version) => /^\d+\.\d+\.\d+/.test(version)),
    'exact versions only',
  );
  assert.doesNotMatch(readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8'), /^ *(tarball|repo|gitHosted): /m);
});

test('a key in a file is found, and not shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'customerai-secrets-'));
  try {
    const token = `ghp_${'aB3dE6gH9k'.repeat(4).slice(0, 36)}`; // put together here, so that the scan of this file finds none
    const file = join(folder, 'config.ts');
    writeFileSync(file, `export const token = '${token}';\n`);
    const args = ['--maskSecrets', '--secretlintrc', join(root, '.secretlintrc.json'), '--no-glob', file];
    const { status, stdout } = spawnSync(join(root, 'node_modules', '.bin', 'secretlint'), args, { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 1, stdout);
    assert.match(stdout, /GITHUB_TOKEN/);
    assert.doesNotMatch(stdout, new RegExp(token));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
