import { checkTrainer } from '../trainer/check-trainer.ts';
import { parseTrainerConfig } from '../trainer/config.ts';
import { openTrainerClient } from '../trainer/open-trainer-client.ts';
import { runTrainer } from '../trainer/run-trainer.ts';

/** Works on training runs until it is stopped. Resolves with the exit code. */
export async function trainer(): Promise<number> {
  const config = parseTrainerConfig(process.env);
  await checkTrainer(config);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const say = (line: string) => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);
  const { TRAINER_CLIENT_SECRET: _secret, ...env } = process.env; // Python has no use for it
  say(
    `Waiting for training runs of ${config.remote?.url ?? `the platform on ${config.dataDir}`}. Ctrl-C stops; what runs then waits for the next trainer.`,
  );
  await runTrainer({ request: openTrainerClient(config), config, env, say, signal: stop.signal });
  return 0;
}
