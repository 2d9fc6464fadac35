// Writes the dashboards, the rules and their cases from the code beside this file: `node observability/generate.ts`. With --check it writes nothing and
// fails when a file lags behind.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { stringify } from 'yaml';
import { dashboards } from './dashboards/index.ts';
import { toCases, toRules } from './rules/to-prometheus.ts';

const folder = import.meta.dirname;
const root = join(folder, '..');
const HEAD = '# Made by "node observability/generate.ts" from observability/rules. Change it there.\n';
const yaml = (value: unknown) => HEAD + stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

/** Path below this folder to content. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...dashboards.map((one) => [`grafana/dashboards/${one.uid}.json`, `${JSON.stringify(one, null, 2)}\n`] as const),
    ['prometheus/alerts.yml', yaml(toRules())],
    ['prometheus/tests/alerts.yml', yaml(toCases())],
  ]);

/** Those that are not as they should be. */
export function staleFiles(): string[] {
  return [...generatedFiles()].flatMap(([path, content]) => {
    try {
      return readFileSync(join(folder, path), 'utf8') === content ? [] : [path];
    } catch {
      return [path];
    }
  });
}

if (import.meta.main) {
  const stale = staleFiles();
  if (process.argv.includes('--check')) {
    for (const path of stale) process.stderr.write(`stale  ${relative(root, join(folder, path))}\n`);
    process.exitCode = stale.length > 0 ? 1 : 0;
  } else {
    const files = generatedFiles();
    for (const path of stale) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), files.get(path)!);
      process.stdout.write(`wrote  ${relative(root, join(folder, path))}\n`);
    }
  }
}
