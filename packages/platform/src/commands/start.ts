import { startPlatform } from '../start-platform.ts';
import { banner } from '../banner.ts';

const DRAIN_LIMIT_MS = 15_000;
const ECHO_MS = 1_000;

/** Runs the platform until Ctrl-C or SIGTERM, then drains. Resolves with the exit code. */
export async function start(): Promise<number> {
  const begin = performance.now();
  const stopped = untilStopped();
  const platform = await startPlatform({
    env: process.env,
    onStep: (step, milliseconds) => process.stderr.write(`  started ${step.padEnd(18)}${Math.round(milliseconds)} ms\n`),
  });
  process.stdout.write(`${banner({ ...platform, firstAdmin: platform.auth.firstAdmin }, (performance.now() - begin) / 1000)}\n`);

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

/** Resolves at the first signal to stop. The same one again within a second is its echo (terminal and launcher both send it); a later one means now. */
function untilStopped(): Promise<void> {
  let first = 0;
  return new Promise((resolve) => {
    const stop = () => {
      if (first === 0) {
        first = performance.now();
        resolve();
      } else if (performance.now() - first > ECHO_MS) {
        process.stderr.write('  stopped without draining. Nothing accepted is lost: it goes on at the next start.\n');
        process.exit(130);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
