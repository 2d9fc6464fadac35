// Runs the benchmarks, or those named: `npm run bench -- startup pipeline stall`. Each prints a table; none of them passes or fails.
import { cpus, totalmem } from 'node:os';

const benches: Record<string, () => Promise<{ run(): Promise<void> }>> = {
  startup: () => import('./startup.ts'),
  pipeline: () => import('./pipeline.ts'),
  inference: () => import('./inference.ts'),
  stall: () => import('./stall.ts'),
  sentiment: () => import('./sentiment.ts'),
  subscriptions: () => import('./subscriptions.ts'),
  backup: () => import('./backup.ts'),
  telemetry: () => import('./telemetry.ts'),
  split: () => import('./split.ts'),
  executor: () => import('./executor.ts'),
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark "${unknown.join('", "')}"; there are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(1);
}
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB\n`);
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  process.stdout.write(`\n## ${name}\n`);
  await (await benches[name]!()).run();
}
process.exit(0);
