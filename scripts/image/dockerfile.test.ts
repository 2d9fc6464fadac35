import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeEnv, nodeFlags } from '../node-flags.mjs';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const text = read('Dockerfile').replaceAll(/^\s*#.*\n/gm, '');
const instructions = text
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .flatMap((line) => {
    const [, name, rest] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    return name ? [{ name, rest: rest!.replaceAll(/\s+/g, ' ') }] : [];
  });
const last = (name: string) => instructions.findLast((one) => one.name === name)?.rest ?? '';

test('the base image is Node 24, pinned by digest, for every stage', () => {
  assert.match(last('ARG'), /^NODE_IMAGE=node:24-bookworm-slim@sha256:[0-9a-f]{64}$/);
  const from = instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest.split(' ')[0]);
  const stages = new Set(instructions.filter(({ name }) => name === 'FROM').map(({ rest }) => rest.split(' AS ')[1]));
  for (const image of from) assert.ok(image === '${NODE_IMAGE}' || stages.has(image), `${image} is not pinned`);
});

test('node is process 1, without a shell, with the flags and settings of everywhere else', () => {
  assert.deepEqual(JSON.parse(last('ENTRYPOINT')), ['node', ...nodeFlags, 'packages/platform/src/run-one.ts']);
  assert.deepEqual(JSON.parse(last('CMD')), ['gateway']);
  const { NODE_COMPILE_CACHE: _, ...everywhere } = nodeEnv; // a folder of this machine; the image's root is read-only
  for (const [name, value] of Object.entries(everywhere)) assert.ok(last('ENV').includes(`${name}=${value}`), `${name}=${value}`);
});

test('it runs as a user without a name, a home or rights', () => assert.equal(last('USER'), '65532:65532'));

test('pnpm is the version of everywhere else, and runs no install script', () => {
  const [, version] = /const PNPM = '([\d.]+)'/.exec(read('scripts/bootstrap.mjs'))!;
  assert.ok(text.includes(`pnpm@${version}\n`));
  for (const { rest } of instructions.filter(({ rest }) => rest.includes('pnpm install')))
    assert.match(rest, /--offline --frozen-lockfile --ignore-scripts/);
});

test('nothing that is not needed goes into the image', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const path of ['.git', '.data', '.env*', '**/node_modules', '.tools', '**/*.test.ts', 'charts']) assert.ok(ignored.includes(path), path);
});
