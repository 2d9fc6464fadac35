import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf } from './process-facts.ts';

interface Leftover {
  pid: number;
  /** Stands in its command line: the number alone may be another program's by now. */
  mark: string;
}

/**
 * Data servers do not notice when a supervisor is killed, and a second server on the same files would spoil them. So they are written down, and
 * the next start ends those that still run.
 */
export function openServerRecord(directory: string) {
  const file = join(directory, 'servers.json');
  const known = new Map<string, Leftover>();
  const runs = ({ pid, mark }: Leftover) => commandOf(pid).includes(mark);
  return {
    note: (name: string, server: Leftover) => {
      known.set(name, server);
      writeFileSync(file, JSON.stringify([...known.values()]), { mode: 0o600 });
    },
    forget: () => rmSync(file, { force: true }),
    /** Ends servers of an earlier run. Resolves when they are gone. */
    endLeftovers: async () => {
      for (const server of read(file)) {
        if (!runs(server)) continue;
        process.kill(server.pid, 'SIGTERM');
        while (runs(server)) await new Promise((resolve) => setTimeout(resolve, 50));
      }
      rmSync(file, { force: true });
    },
  };
}

function read(file: string): Leftover[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Leftover[];
  } catch {
    return [];
  }
}
