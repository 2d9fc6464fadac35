// Writes the bill of materials of what runs in production: `npm run sbom`, or `npm run sbom -- FILE`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeSbom } from './make-sbom.ts';
import { readProductionGraph } from './production-graph.ts';

const root = join(import.meta.dirname, '..', '..');
const file = resolve(process.argv[2] ?? join(root, 'artifacts', 'sbom.cdx.json'));
const graph = readProductionGraph(root);
const platform = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string; version: string; description: string };
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await makeSbom(graph, platform));
process.stdout.write(`${file}: CycloneDX 1.6, valid, ${graph.packages.size} packages and ${graph.ours.size} of our own\n`);
