// The container image's entry: the service that the first argument names, or one of the tasks around an installation.
import { ConfigError, explainStart } from '@customerai/service/basics';
import { join } from 'node:path';
import { repositoryRoot } from './config.ts';
import { listServices } from './services.ts';

const [name = '', ...args] = process.argv.slice(2);
const write = (text: string) => void process.stdout.write(text);

const tasks: Record<string, () => Promise<number | void>> = {
  migrate: async () => (await import('./one/migrate.ts')).migrate(process.env, write),
  'make-keys': async () => {
    const { keysAsSecret, writeKeys } = await import('./one/make-keys.ts');
    const [first, second] = args;
    if (first === '--secret' && second) return write(keysAsSecret(second));
    if (!first || first.startsWith('-')) throw new ConfigError('Say where to: make-keys FOLDER, or make-keys --secret NAME.');
    const { made, adminPassword } = writeKeys(first);
    write(
      made ? `Keys are in ${first}. First sign-in: admin@example.com (or ADMIN_EMAIL), password ${adminPassword}\n` : `${first} has keys already.\n`,
    );
  },
  'export-graph': async () => {
    if (!args[0]) throw new ConfigError('Say where to: export-graph FOLDER.');
    (await import('./one/export-graph.ts')).exportGraph(args[0]);
  },
  'check-compatibility': async () => (await import('./compatibility/check-compatibility.ts')).checkCompatibility(args, write),
  // For a CronJob: backup FOLDER [NUMBER TO KEEP].
  backup: async () => (await import('./commands/backup.ts')).backup(args[0], { keep: args[1] ? Number(args[1]) : undefined }),
  erasures: async () => {
    if (!args[0]) throw new ConfigError('Say where to: erasures FILE.');
    return (await import('./commands/erasures.ts')).erasures(args[0]);
  },
  restore: async () => {
    if (!args[0]) throw new ConfigError('Say from where: restore FOLDER [ERASURES].');
    return (await import('./commands/restore.ts')).restore(args[0], { erasures: args[1] });
  },
  probe: async () => (await import('./one/probe.ts')).probe(args[0] ?? 'http://127.0.0.1:4000/readyz', write),
};

const services = ['gateway', ...listServices().map((service) => service.name)];
if (services.includes(name)) {
  const folder = name === 'gateway' ? 'gateway' : `subgraphs/${name}`;
  await import(join(repositoryRoot, folder, 'src/main.ts'));
} else if (tasks[name]) {
  try {
    process.exitCode = (await tasks[name]()) ?? 0;
  } catch (thrown) {
    const error = explainStart(thrown, process.env['MONGO_URL']);
    process.stderr.write(`${name} failed. ${error instanceof ConfigError ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exitCode = 1;
  }
} else {
  process.stderr.write(
    `Name one service (${services.join(', ')}) or task (${Object.keys(tasks).join(', ')})${name ? `; "${name}" is neither` : ''}.\n`,
  );
  process.exitCode = 2;
}
