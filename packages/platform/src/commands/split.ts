import { banner } from '../banner.ts';
import { startSplitPlatform } from '../split/split-platform.ts';

const DRAIN_LIMIT_MS = 40_000;
const ECHO_MS = 1_000;

/** Runs the platform as one process a service until Ctrl-C or SIGTERM, then drains. SIGHUP restarts every service in turn. Resolves with the exit code. */
export async function split(): Promise<number> {
  const begin = performance.now();
  const write = (text: string) => void process.stderr.write(text);
  const signals = hearSignals();
  const starting = startSplitPlatform({
    env: process.env,
    write,
    onStep: (step, milliseconds) => write(`  started ${step.padEnd(18)}${Math.round(milliseconds)} ms\n`),
  });
  const platform = await starting;
  const { url, dataDir, logFile, firstAdmin, parts, units } = platform;
  const more = [
    ['Processes', `${units.length + 1}: this supervisor, ${units.map(({ name }) => name).join(', ')}`],
    ...Object.entries(parts).map(([name, text]) => [`${name[0]!.toUpperCase()}${name.slice(1)}`, text] as const),
  ] as const;
  process.stdout.write(`${banner({ url, dataDir, logFile, firstAdmin, more }, (performance.now() - begin) / 1000)}\n`);

  signals.onRestart(() => {
    write('  restarting every service in turn ...\n');
    platform.restart().then(
      () => write('  every service was restarted\n'),
      (error: Error) => write(`  the restart stopped: ${error.message}\n`),
    );
  });
  await signals.stopped;
  write('\n  draining ...\n');
  signals.onImpatience(() => {
    write('  stopped without draining. Nothing accepted is lost: it goes on at the next start.\n');
    platform.kill();
    process.exit(130);
  });
  const limit = setTimeout(() => {
    write(`  not drained after ${DRAIN_LIMIT_MS / 1000} s; stopping anyway. Nothing accepted is lost: it goes on at the next start.\n`);
    platform.kill();
    process.exit(0);
  }, DRAIN_LIMIT_MS);
  await platform[Symbol.asyncDispose]();
  clearTimeout(limit);
  write('  stopped\n');
  return 0;
}

function hearSignals() {
  const stopped = Promise.withResolvers<void>();
  let first = 0;
  let onRestart = () => {};
  let onImpatience = () => process.exit(130);
  const stop = () => {
    if (first === 0) {
      first = performance.now();
      stopped.resolve();
    } else if (performance.now() - first > ECHO_MS) onImpatience();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  // A terminal that closes sends the same signal, and then nobody is there to watch.
  process.on('SIGHUP', () => (process.stdin.isTTY || first > 0 ? stop() : onRestart()));
  return {
    stopped: stopped.promise,
    onRestart: (listener: () => void) => (onRestart = listener),
    onImpatience: (listener: () => never) => (onImpatience = listener),
  };
}
