// Writes what is generated: supergraph.graphql, the API schema, resolver types, the SDK's operations, lists of persisted ones. With --check it writes nothing and fails on drift.
import { generate } from '@graphql-codegen/cli';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import config from '../codegen.ts';
import { apiSchemaOf, compose } from './compose.ts';

const root = join(import.meta.dirname, '..');
const check = process.argv.includes('--check');
process.chdir(root);

// --only NAME: one subgraph's types, without composing; for work on a subgraph whose neighbours do not compose yet.
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
if (only) {
  const file = `./subgraphs/${only}/src/generated/resolvers.ts`;
  await generate({ ...config, generates: { [file]: config.generates[file]! } }, true);
  process.exit(0);
}

const { supergraphSdl, hints } = compose('supergraph.yaml');
for (const hint of hints) process.stderr.write(`hint: ${hint}\n`);
// The SDK's types are made from the API schema's file, so that file comes first; a check compares it and works with what is there.
const written = [
  { filename: 'supergraph.graphql', content: supergraphSdl },
  { filename: 'packages/sdk/schema.graphql', content: apiSchemaOf(supergraphSdl) },
  { filename: 'examples/persisted-documents.json', content: manifestOf(globSync('examples/*.graphql').sort()) },
];
if (!check) for (const { filename, content } of written) if (isStale(filename, content)) write(filename, content);
const generated = [...written, ...((await generate(config, false)) as { filename: string; content: string }[])];
const stale = generated.filter(({ filename, content }) => isStale(filename, content));
for (const { filename, content } of stale) {
  if (check) process.stdout.write(`stale  ${relative(root, resolve(root, filename))}\n`);
  else write(filename, content);
}
if (check && stale.length > 0) {
  process.stderr.write('Generated files lag behind their sources: run "npm run codegen" and commit the result.\n');
  process.exit(1);
}

/** Whole files, because the explorer sends all that stands in its window. */
function manifestOf(files: readonly string[]): string {
  const texts = files.map((file) => readFileSync(file, 'utf8').trim()); // so it sends them
  return `${JSON.stringify(Object.fromEntries(texts.map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text])), null, 2)}\n`;
}

function isStale(filename: string, content: string): boolean {
  return !existsSync(filename) || readFileSync(filename, 'utf8') !== content;
}

function write(filename: string, content: string): void {
  mkdirSync(dirname(filename), { recursive: true });
  writeFileSync(filename, content);
  process.stdout.write(`wrote  ${relative(root, resolve(root, filename))}\n`);
}
