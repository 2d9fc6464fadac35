import { build } from 'esbuild';
import { buildSchema, parse, validate } from 'graphql';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { documents } from '../src/index.ts';

const root = join(import.meta.dirname, '..');
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'));

test('every root field of the platform has its method, of its kind', () => {
  for (const [kind, type] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const) {
    for (const field of Object.keys(type!.getFields())) assert.equal((documents as Record<string, { kind: string }>)[field]?.kind, kind, field);
  }
});

test('every document is valid against the schema that clients see', () => {
  for (const { name, text } of Object.values(documents)) assert.deepEqual(validate(schema, parse(text)), [], name);
});

test('the client is under 15 kB gzipped without graphql-ws, and needs nothing else', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'src/index.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['graphql-ws/client'],
    write: false,
    metafile: true,
  });
  const size = gzipSync(outputFiles[0]!.contents, { level: 9 }).length;
  assert.ok(size < 15_000, `${size} bytes`);
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  assert.deepEqual(imported, ['graphql-ws/client']);
});
