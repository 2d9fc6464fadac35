import { percentile, printTable } from './figures.ts';
import { startPlatformProcess, withDataDir } from './platform-process.ts';

const SETTLE_MS = 5_000;

/** Time from the process's start to its banner, and its memory once at rest: a new data directory first, then the same one again. */
export async function run(): Promise<void> {
  await withDataDir(async (dataDir) => {
    const ready: number[] = [];
    const resident: number[] = [];
    for (let round = 0; round < 4; round++) {
      await using platform = await startPlatformProcess(dataDir);
      ready.push(platform.readyMs / 1000);
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
      resident.push(platform.residentMb());
    }
    const warm = ready.slice(1);
    printTable(
      ['figure', 'floor', 'measured'],
      [
        ['first start, new data directory (s)', '', ready[0]!],
        ['warm start, median of 3 (s)', 'at most 10', percentile(warm, 0.5)],
        ['warm start, worst of 3 (s)', 'at most 10', Math.max(...warm)],
        ['resident memory at rest, worst (MB)', 'at most 500', Math.max(...resident)],
      ],
    );
  });
}
