import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Leftover {
  pid: number;
  program: string;
}

/**
 * Data servers are no children of Node's kind: they outlive a supervisor that was killed, and a second one on the same files would spoil them. So
 * they are written down, and the next start ends those that still run.
 */
export function openServerRecord(directory: string) {
  const file = join(directory, 'servers.json');
  const known = new Map<string, Leftover>();
  return {
    note: (name: string, leftover: Leftover) => {
      known.set(name, leftover);
      writeFileSync(file, JSON.stringify([...known.values()]), { mode: 0o600 });
    },
    forget: () => rmSync(file, { force: true }),
    /** Ends servers of an earlier run. Resolves when they are gone. */
    endLeftovers: async () => {
      for (const { pid, program } of read(file)) {
        // The number may be another program's by now: only one that runs on this directory is ours.
        const command = commandOf(pid);
        if (!command.includes(program) || !command.includes(directory)) continue;
        process.kill(pid, 'SIGTERM');
        while (commandOf(pid).includes(directory)) await new Promise((resolve) => setTimeout(resolve, 50));
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

const commandOf = (pid: number): string => spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
