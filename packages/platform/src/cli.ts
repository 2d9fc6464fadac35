import { ConfigError, explainStart, ServiceError } from '@customerai/service/basics';
import { buildConsole } from './build-console.ts';
import type { RetentionAction } from './commands/retention.ts';
import { Command, InvalidArgumentError, Option } from 'commander';

const positive = (text: string) => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return value;
};

const channels = ['EMAIL', 'CHAT', 'PHONE', 'SOCIAL', 'REVIEW', 'SURVEY', 'TICKET'];

const program = new Command('customerai').description('The CustomerAI Insights Platform.').showHelpAfterError('(add --help for what there is)');

program
  .command('start')
  .description('Run the whole platform in this process until Ctrl-C.')
  .option('--split', 'one process a service, over HTTP')
  .action(async ({ split }: { split?: boolean }) => {
    await buildConsole((line) => process.stderr.write(`  ${line}\n`));
    if (split) process.exit(await (await import('./commands/split.ts')).split());
    const { start } = await import('./commands/start.ts');
    process.exit(await start());
  });

program
  .command('status')
  .description('Show what runs on the data directory: state, process, address, uptime, memory, restarts.')
  .option('--json', 'for programs', false)
  .action(async (options: { json: boolean }) => process.exit(await (await import('./commands/status.ts')).status(options)));

program
  .command('restart')
  .description('Replace the processes of the split mode one by one, without a failed request.')
  .argument('[services...]', 'all when none is named')
  .action(async (names: string[]) => process.exit(await (await import('./commands/status.ts')).restart(names)));

program
  .command('doctor')
  .description('Look for what keeps the platform from running, and say how to mend it.')
  .option('--json', 'for programs', false)
  .action(async (options: { json: boolean }) => process.exit(await (await import('./commands/doctor.ts')).doctor(options)));

program
  .command('demo')
  .description('Play a sample of customer messages into the running platform and show what becomes of them.')
  .option('--rate <n>', 'messages a second', positive, 4)
  .action(async (options: { rate: number }) => {
    const { demo } = await import('./commands/demo.ts');
    process.exit(await demo(options));
  });

program
  .command('ingest')
  .description(
    'Read customer messages from a JSONL or CSV file (.gz too). Columns: text, and optionally customerId, channel, receivedAt, externalId.',
  )
  .argument('<file>')
  .addOption(new Option('--channel <channel>', 'channel of rows that name none').choices(channels).default('TICKET'))
  .option('--restart', 'begin at the first line, also when an earlier run stopped further on')
  .action(async (file: string, options: { channel: string; restart?: boolean }) => {
    const { ingest } = await import('./commands/ingest.ts');
    process.exit(await ingest(file, options));
  });

program
  .command('reanalyze')
  .description('Have stored messages analysed again by a deployed version of the model, behind live traffic. Stopped and started again, it goes on.')
  .requiredOption('--model <version>', 'e.g. 2.0.0, or name@2.0.0')
  .action(async (options: { model: string }) => {
    const { reanalyze } = await import('./commands/reanalyze.ts');
    process.exit(await reanalyze(options));
  });

program
  .command('corrections')
  .description("Write reviewers' corrections of sentiment, of customers who agreed, as labelled texts for training (JSONL).")
  .argument('<file>')
  .option('--redacted', 'hide personal data in the texts')
  .action(async (file: string, options: { redacted?: boolean }) => {
    const { corrections } = await import('./commands/corrections.ts');
    process.exit(await corrections(file, options));
  });

program
  .command('trainer')
  .description('Work on training runs that people ask for, where Python, the data sets and the release key are. Runs until Ctrl-C.')
  .action(async () => process.exit(await (await import('./commands/trainer.ts')).trainer()));

const retention = program.command('retention').description('How long customer data is kept, and the last rounds of removing what is older.');
const onRetention = async (action: RetentionAction) => process.exit(await (await import('./commands/retention.ts')).retention(action));
retention.action(() => onRetention({ do: 'show' }));
retention
  .command('set')
  .description('Keep a kind of data for a time.')
  .argument('<data>', 'interactions, drafts, reviews or analytics')
  .argument('<duration>', 'such as P90D or P1Y6M')
  .action((data: string, keepFor: string) => onRetention({ do: 'set', data, keepFor }));
retention
  .command('unset')
  .description('Keep a kind of data until somebody removes it.')
  .argument('<data>')
  .action((data: string) => onRetention({ do: 'unset', data }));
retention
  .command('count')
  .description('Say how many records would go now, and remove none.')
  .action(() => onRetention({ do: 'count' }));
retention
  .command('remove')
  .description('Remove now what is too old, instead of at the next daily round.')
  .action(() => onRetention({ do: 'remove' }));

program
  .command('backup')
  .description('Write an encrypted backup of the platform, running or stopped, into a folder of its own in this directory.')
  .argument('[directory]')
  .option('--keep <n>', 'delete all but the n newest backups there', positive)
  .option('--new-key <file>', 'make a key for backups first')
  .action(async (directory: string | undefined, options: { keep?: number; newKey?: string }) => {
    const { backup } = await import('./commands/backup.ts');
    process.exit(await backup(directory, options));
  });

program
  .command('erasures')
  .description('Write down which customers were erased, running or stopped, for "restore --erasures".')
  .argument('<file>')
  .action(async (file: string) => process.exit(await (await import('./commands/erasures.ts')).erasures(file)));

program
  .command('restore')
  .description('Put a backup in the place of the data directory, whose contents are kept under another name. The platform must be stopped.')
  .argument('<directory>', 'a backup, or a directory of backups: then the newest')
  .option('--check', 'only read everything and say whether it is whole')
  .option('--erasures <file>', 'have customers who were erased after the backup erased again: what "erasures" wrote')
  .action(async (directory: string, options: { check?: boolean; erasures?: string }) => {
    const { restore } = await import('./commands/restore.ts');
    process.exit(await restore(directory, options));
  });

try {
  await program.parseAsync();
} catch (thrown) {
  const error = explainStart(thrown, process.env['MONGO_URL']);
  // What a person can mend is said in words; a stack is for what nobody foresaw.
  const known = error instanceof ConfigError || error instanceof ServiceError;
  process.stderr.write(`\n${known ? error.message : (error as Error).stack}\n\n`);
  process.exit(1);
}
