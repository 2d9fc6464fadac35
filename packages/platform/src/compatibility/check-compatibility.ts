import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryRoot } from '../config.ts';
import { compareGraphs } from './compare-graphs.ts';

const USAGE = `check-compatibility OLD [NEW] [--operations FOLDER]... [--allow-breaking]
  OLD, NEW            a supergraph.graphql, an API schema, or a folder that export-graph wrote. NEW is this version's graph where absent
  --operations        folders of .graphql documents that clients send; the SDK's where absent, and always those in the folder OLD
  --allow-breaking    report breaking changes without failing; operations that the new graph refuses fail all the same
`;

/** Compares two graphs and says what clients would notice. Exit code 0: switch; 1: do not; 2: the question was wrong. */
export function checkCompatibility(args: readonly string[], write: (text: string) => void): number {
  let question;
  try {
    question = readQuestion(args);
  } catch (error) {
    write(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const { before, after, documents, allowBreaking } = question;
  const { breaking, dangerous, refused, operations } = compareGraphs(before, after, documents);
  for (const line of breaking) write(`BREAKING  ${line}\n`);
  for (const line of refused) write(`REFUSED   ${line}\n`);
  for (const line of dangerous) write(`dangerous ${line}\n`);
  const bad = refused.length > 0 || (breaking.length > 0 && !allowBreaking);
  write(
    `${bad ? 'NOT compatible' : 'compatible'}: ${breaking.length} breaking, ${dangerous.length} dangerous; ${refused.length} faults in ${operations} known operations\n`,
  );
  return bad ? 1 : 0;
}

function readQuestion(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { operations: { type: 'string', multiple: true }, 'allow-breaking': { type: 'boolean', default: false } },
  });
  const [old, next = join(repositoryRoot, 'supergraph.graphql'), ...more] = positionals;
  if (!old || more.length > 0) throw new Error('Give the old graph, and at most one new one.');
  const folders = [...(values.operations ?? [join(repositoryRoot, 'packages/sdk/operations')]), join(old, 'operations')];
  const documents = folders.map((folder) => {
    if (values.operations?.includes(folder) && !existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
    // One document a folder: files share fragments, and folders of two versions have the same names.
    return globSync('**/*.graphql', { cwd: folder })
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n');
  });
  return { before: readGraph(old), after: readGraph(next), documents, allowBreaking: values['allow-breaking'] };
}

function readGraph(path: string): string {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'supergraph.graphql') : path;
  if (!existsSync(file)) throw new Error(`There is no graph at ${file}.`);
  return readFileSync(file, 'utf8');
}
