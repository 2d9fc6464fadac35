import type { Logger } from '@customerai/service';
import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';

const LOOK_MS = 2_000; // by looking and not by notices: mounted configuration is swapped by links, which notices miss

/** Hands over the composed graph's text whenever its file has another one. A graph that cannot be taken is reported, and the one in place stays. */
export function followSupergraph(
  file: string,
  known: string,
  { reload, log, everyMs = LOOK_MS }: { reload(sdl: string): void; log: Logger; everyMs?: number },
): Disposable {
  let last = known;
  const look = async (): Promise<void> => {
    try {
      const sdl = await readFile(file, 'utf8');
      if (sdl === last) return;
      last = sdl;
      reload(sdl);
      log.info({ file }, 'another graph is in place');
    } catch (error) {
      log.error({ err: error as Error, file }, 'the composed graph has changed and cannot be taken; the one in place stays');
    }
  };
  const listener = () => void look();
  watchFile(file, { interval: everyMs, persistent: false }, listener);
  return { [Symbol.dispose]: () => unwatchFile(file, listener) };
}
