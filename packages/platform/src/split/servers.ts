import type { Env } from '@customerai/service';
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from '../find-program.ts';
import { type Child, follow } from './child.ts';
import { claimPort, untilListening } from './ports.ts';

/** A data server that the split mode brings along when the environment names none. */
export interface ServerPlan {
  name: string;
  url: string;
  /** Stands in the command line of the running server and of no other. */
  mark: string;
  launch(onLine: (line: string) => void): Child;
}

const programs = {
  nats: { program: 'nats-server', argumentsOf: (port: string, directory: string) => ['-a', '127.0.0.1', '-p', port, '-js', '-sd', directory] },
  redis: {
    program: 'redis-server',
    // Nothing in it may be missed, so nothing is written to disk.
    argumentsOf: (port: string, directory: string) => ['--bind', '127.0.0.1', '--port', port, '--dir', directory, '--save', '', '--appendonly', 'no'],
  },
};

/** How to run this server on a free port with its data below the directory; undefined when the program is not on this machine. */
export async function planServer(name: keyof typeof programs, directory: string, env: Env): Promise<ServerPlan | undefined> {
  const { program, argumentsOf } = programs[name];
  const path = findProgram(program, env['PATH']);
  if (!path) return undefined;
  // Kept over restarts of the server, so that everybody finds it again.
  const port = await claimPort('127.0.0.1', 0);
  const url = `${name}://127.0.0.1:${port}`;
  const data = join(directory, name);
  return {
    name,
    url,
    mark: name === 'nats' ? data : `127.0.0.1:${port}`, // Redis writes its address over its command line
    launch: (onLine) => {
      mkdirSync(data, { recursive: true, mode: 0o700 });
      // A group of its own: Ctrl-C must reach it last, from us.
      const process = spawn(path, argumentsOf(String(port), data), { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
      return follow(process, { onLine, listening: async (ended) => ((await untilListening(port, ended)) ? url : new Promise<never>(() => {})) });
    },
  };
}
