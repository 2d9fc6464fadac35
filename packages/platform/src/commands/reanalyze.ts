import { ServiceError } from '@customerai/service';
import { openOperatorClient } from '../client.ts';
import { parseConfig } from '../config.ts';
import { reanalyzeAll } from '../reanalyze/reanalyze-all.ts';
import { showProgress } from './show-progress.ts';

const SHOWN_FAULTS = 20;

/**
 * Has the running platform analyse stored messages again. Resolves with the exit code: 0 when every message has an analysis of that version, 1 when
 * some failed, 130 when it was stopped by a signal.
 */
export async function reanalyze({ model }: { model: string }): Promise<number> {
  const { dataDir } = parseConfig(process.env);
  await using client = await openOperatorClient(dataDir);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

  const [version, name] = model.split('@').toReversed() as [string, string?];
  const begin = performance.now();
  let bar: ReturnType<typeof showProgress> | undefined;
  let faults = 0;
  const result = await reanalyzeAll(client, version, {
    signal: stop.signal,
    onStart: ({ model: found, total }) => {
      if (name !== undefined && name !== found.name)
        throw new ServiceError('BAD_USER_INPUT', `Version ${version} is of the model "${found.name}", not "${name}".`);
      print(`${total} messages were analysed by another model than ${found.name} ${found.version}.`);
      bar = showProgress(total, { doing: 'analysing', done: 'analysed' });
    },
    onPage: ({ reanalyzed, failed }) => {
      bar?.update(reanalyzed + failed, `${reanalyzed} analysed, ${failed} failed`);
    },
    onFailure: ({ id, error }) => {
      if (++faults <= SHOWN_FAULTS) bar?.say(`interaction ${id}: ${error}`);
      if (faults === SHOWN_FAULTS) bar?.say('(further failures are only counted)');
    },
    onWait: (reason, seconds) => bar?.say(`${reason} Waiting ${seconds} s.`),
  });
  bar?.end();
  const seconds = (performance.now() - begin) / 1000;
  print(
    `${result.reanalyzed} analysed again, ${result.failed} failed, in ${seconds.toFixed(1)} s (${Math.round(result.reanalyzed / Math.max(seconds, 0.001))} a second).`,
  );
  if (stop.signal.aborted) print('Stopped. The same command again goes on.');
  else if (result.failed > 0) print('Those that failed keep their analysis. The same command again tries them again.');
  return stop.signal.aborted ? 130 : result.failed > 0 ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
