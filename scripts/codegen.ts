// Writes what is generated: supergraph.graphql and each subgraph's resolver types. With --check it writes nothing and fails on drift.
import { generate } from '@graphql-codegen/cli';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import config from '../codegen.ts';
import { compose } from './compose.ts';

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
const generated = [
  ...((await generate(config, false)) as { filename: string; content: string }[]),
  { filename: 'supergraph.graphql', content: supergraphSdl },
];

const stale = generated.filter(({ filename, content }) => !existsSync(filename) || readFileSync(filename, 'utf8') !== content);
if (!check) for (const { filename, content } of stale) writeFileSync(filename, content);
for (const { filename } of stale) process.stdout.write(`${check ? 'stale' : 'wrote'}  ${filename.replace(`${root}/`, '')}\n`);
if (check && stale.length > 0) {
  process.stderr.write('Generated files lag behind their sources: run "npm run codegen" and commit the result.\n');
  process.exit(1);
}
