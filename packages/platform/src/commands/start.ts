import { startPlatform } from '../start-platform.ts';
import { banner } from '../banner.ts';

const DRAIN_LIMIT_MS = 15_000;

/** Runs the platform until Ctrl-C or SIGTERM, then drains. Resolves with the exit code. */
export async function start(): Promise<number> {
  const begin = performance.now();
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  const platform = await startPlatform({
    env: process.env,
    onStep: (step, milliseconds) => process.stderr.write(`  started ${step.padEnd(18)}${Math.round(milliseconds)} ms\n`),
  });
  process.stdout.write(`${banner(platform, (performance.now() - begin) / 1000)}\n`);

  await stopped;
  process.stderr.write('\n  draining ...\n');
  const limit = setTimeout(() => {
    process.stderr.write(
      `  not drained after ${DRAIN_LIMIT_MS / 1000} s; stopping anyway. Nothing accepted is lost: it goes on at the next start.\n`,
    );
    process.exit(0);
  }, DRAIN_LIMIT_MS);
  await platform[Symbol.asyncDispose]();
  clearTimeout(limit);
  process.stderr.write('  stopped\n');
  return 0;
}
