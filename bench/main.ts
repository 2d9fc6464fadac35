// Runs the benchmarks, or those named: `npm run bench -- startup pipeline stall`. Each prints a table; none of them passes or fails, but one that breaks off is said, and the others go on.
import { cpus, totalmem } from 'node:os';

// Its types are those of a browser, so the console's own checks hold them.
const IN_BROWSER: string = '../console/bench/figures.ts';

const benches: Record<string, () => Promise<{ run(): Promise<void> }>> = {
  startup: () => import('./startup.ts'),
  pipeline: () => import('./pipeline.ts'),
  inference: () => import('./inference.ts'),
  stall: () => import('./stall.ts'),
  console: () => import(IN_BROWSER),
  sentiment: () => import('./sentiment.ts'),
  subscriptions: () => import('./subscriptions.ts'),
  backup: () => import('./backup.ts'),
  telemetry: () => import('./telemetry.ts'),
  split: () => import('./split.ts'),
  executor: () => import('./executor.ts'),
};

/** Parts of the above, for who wants them alone. */
const parts: typeof benches = { chaos: async () => ({ run: (await import('./subscription-chaos.ts')).runChaos }) };

const named = process.argv.slice(2);
const known = { ...benches, ...parts };
const unknown = named.filter((name) => !(name in known));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark "${unknown.join('", "')}"; there are: ${Object.keys(known).join(', ')}.\n`);
  process.exit(1);
}
process.stdout.write(`Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB\n`);
const broken: string[] = [];
for (const name of named.length > 0 ? named : Object.keys(benches)) {
  process.stdout.write(`\n## ${name}\n`);
  try {
    await (await known[name]!()).run();
  } catch (error) {
    broken.push(name);
    process.stdout.write(`\nBROKEN OFF: ${name}. The others go on.\n${(error as Error).stack}\n`);
  }
}
if (broken.length > 0) process.stdout.write(`\nBroken off: ${broken.join(', ')}.\n`);
process.exit(broken.length > 0 ? 1 : 0);
