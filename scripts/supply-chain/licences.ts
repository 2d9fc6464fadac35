// The licence of everything that runs in production, against the list of what is allowed. Exit 1 when one is not. `npm run licences`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeLicence, NAMED } from './judge-licence.ts';
import { readProductionGraph } from './production-graph.ts';

const root = join(import.meta.dirname, '..', '..');
const { packages } = readProductionGraph(root);
const verdicts = [...packages.values()].map(judgeLicence);

const byLicence = [...Map.groupBy(verdicts, ({ licence }) => licence)].toSorted(([, a], [, b]) => b.length - a.length);
for (const [licence, list] of byLicence) {
  const names = list.map(({ id }) => id).toSorted();
  process.stdout.write(`${String(list.length).padStart(5)}  ${licence}${list.length <= 6 ? `: ${names.join(', ')}` : ''}\n`);
}

const problems = verdicts.flatMap(({ id, problem }) => (problem ? [`${id} ${problem}`] : []));
// NOTICE tells users what is not open source: exactly those, no more and no fewer.
const notice = readFileSync(join(root, 'NOTICE'), 'utf8');
const used = new Set([...packages.values()].map(({ name }) => name));
for (const [name, licence] of Object.entries(NAMED)) {
  if (!used.has(name))
    problems.push(`${name} is named in scripts/supply-chain/judge-licence.ts and not used any more: take it out there and in NOTICE.`);
  else if (!notice.includes(name)) problems.push(`${name} (${licence}) is not named in NOTICE.`);
}

process.stdout.write(`${problems.map((problem) => `FAIL ${problem}\n`).join('')}${verdicts.length} packages, ${problems.length} problems\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
