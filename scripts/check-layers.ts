// Who may import whom: the rules of CONTRIBUTING.md, held by reading every import. Prints each breach with its line; exit 1 when there is one.
import { readFileSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const files = globSync('{packages,subgraphs,gateway,console,scripts,bench,observability}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => /node_modules|(^|\/)dist(\/|$)/.test(path),
});

// A package may import only packages before it. Subgraphs and the gateway stand on "service" and what is below it.
const order = ['telemetry', 'events', 'embedded-mongodb', 'store', 'service', 'sdk', 'subgraph', 'gateway', 'platform', 'testkit'];
// Inside a subgraph: folder -> folders of the same subgraph that it must not import.
const inside: Record<string, string[]> = {
  domain: ['store', 'commands', 'events', 'resolvers', 'start', 'context', 'config'],
  store: ['commands', 'events', 'resolvers', 'start'],
  commands: ['events', 'resolvers', 'start'],
  events: ['store', 'resolvers', 'start'],
  resolvers: ['events', 'start'],
};
// A library that only some files may import, because it is what they hide.
const homes: [library: RegExp, allowed: RegExp, why: string][] = [
  [/^mongoose$/, /^packages\/(store|testkit|embedded-mongodb)\/|^subgraphs\/\w+\/src\/store\//, 'mongoose stays in store/'],
  [/^@nats-io\//, /^packages\/(events|service)\//, 'NATS stays in packages/events and packages/service'],
  [/^onnxruntime-node$/, /^subgraphs\/ai\/src\/inference\//, 'onnxruntime stays in one file'],
  [/^@duckdb\//, /^subgraphs\/analytics\/src\/store\//, 'DuckDB stays in the warehouse'],
  [/^node:sqlite$/, /^packages\/(events|embedded-mongodb)\//, 'SQLite stays in the embedded parts'],
  [/^@opentelemetry\/|^prom-client$/, /^packages\/telemetry\//, 'OpenTelemetry and prom-client stay in packages/telemetry'],
  [/^ioredis$/, /^packages\/service\/src\/cache\//, 'Redis stays in the cache'],
];

const rank = (name: string) => order.findIndex((entry) => (entry === 'subgraph' ? name.startsWith('subgraph-') : entry === name));
const ownerOf = (file: string) => {
  const [top, name] = file.split('/');
  return top === 'packages' ? name! : top === 'subgraphs' ? `subgraph-${name}` : top!;
};

const breaches: string[] = [];
for (const file of files) {
  const isTest = /\.(test|contract|fixtures)\.ts$|\/tests\/|\/testing\.ts$|(^|\/)(bench|examples)\//.test(file);
  const owner = ownerOf(file);
  const text = readFileSync(join(root, file), 'utf8');
  text.split('\n').forEach((line, index) => {
    const breach = (why: string) => breaches.push(`${file}:${index + 1}  ${why}\n    ${line.trim()}`);
    if (
      /\bprocess\.env\b/.test(line) &&
      !isTest &&
      !/^(packages\/(platform|testkit)|scripts|bench)\//.test(file) &&
      !/\/(config|main|run-service)\.ts$/.test(file)
    ) {
      breach('process.env is read only where configuration is made');
    }
    const target = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/.exec(line)?.[1];
    if (!target) return;
    for (const [library, allowed, why] of homes) if (library.test(target) && !allowed.test(file) && !isTest) breach(why);
    const workspace = /^@customerai\/([\w-]+)/.exec(target)?.[1];
    if (workspace && !isTest && !['scripts', 'bench', 'observability'].includes(owner)) {
      if (owner === 'console') {
        if (workspace !== 'sdk') breach('the console imports the SDK only; everything else it asks the API for');
      } else if (rank(workspace) < 0 || rank(owner) < 0 || (rank(workspace) >= rank(owner) && workspace !== owner))
        breach(`${owner} may not import ${workspace}`);
    }
    const [, folder, rest] = /^subgraphs\/\w+\/src\/([\w-]+)(\.ts|\/)/.exec(file) ?? [];
    if (folder && rest === '/' && target.startsWith('.') && !isTest) {
      const to = relative(join(file, '..', '..'), join(file, '..', target))
        .split('/')[0]!
        .replace(/\.ts$/, '');
      if (inside[folder]?.includes(to)) breach(`${folder}/ may not import ${to}`);
    }
  });
}

if (breaches.length > 0) {
  process.stderr.write(`${breaches.join('\n')}\n${breaches.length} imports break the layers.\n`);
  process.exit(1);
}
process.stdout.write(`${files.length} files keep the layers\n`);
