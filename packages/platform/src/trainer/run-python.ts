import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { readTold, type Told } from './task.ts';

/** How a run ended. */
export type PythonEnd = 'done' | { refused: string } | { failed: string };

const NO_DATA = 3;

export interface PythonOptions {
  python: string;
  args: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Between SIGTERM and SIGKILL. */
  killMs: number;
  /** Ends the run. */
  signal: AbortSignal;
  onTold(told: Exclude<Told, { refused: string }>): void;
  /** What it writes for people. */
  onLine(line: string): void;
}

/**
 * Runs Python in a process group of its own, and resolves when all of it has ended. Its standard input stays open as long as this process lives, which is how
 * it notices that this process does not (training/progress.py).
 */
export async function runPython({ python, args, cwd, env, killMs, signal, onTold, onLine }: PythonOptions): Promise<PythonEnd> {
  if (signal.aborted) return { failed: 'It was stopped.' };
  const child = spawn(python, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  child.stdin.on('error', () => {}); // it is never written to
  let refused: string | undefined;
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = readTold(line);
    if (told === undefined) onLine(line);
    else if ('refused' in told) refused = told.refused;
    else onTold(told);
  });
  createInterface({ input: child.stderr }).on('line', onLine);
  const ended = new Promise<string | undefined>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(undefined));
  });

  const stop = async () => {
    endGroup(child.pid, 'SIGTERM');
    const late = new AbortController();
    void ended.then(() => late.abort());
    await delay(killMs, undefined, { signal: late.signal }).catch(() => {});
    if (late.signal.aborted) return;
    child.stdin.destroy(); // ends those that left the group
    endGroup(child.pid, 'SIGKILL');
  };
  const onAbort = () => void stop();
  signal.addEventListener('abort', onAbort, { once: true });
  // Those that it started, and that would hold its output open, go with it.
  child.once('exit', () => {
    child.stdin.destroy();
    endGroup(child.pid, 'SIGKILL');
  });
  const unstartable = await ended;
  signal.removeEventListener('abort', onAbort);

  if (unstartable !== undefined) return { failed: `Python could not be started: ${unstartable}.` };
  if (child.exitCode === 0) return 'done';
  if (refused !== undefined) return { refused };
  if (child.exitCode === NO_DATA) return { failed: 'The data sets are not where the trainer runs.' };
  const how = child.signalCode ? `by ${child.signalCode}` : `with code ${child.exitCode}`;
  // Not its words: they may quote a text.
  return { failed: `Training ended ${how}. What the trainer wrote says why.` };
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // nobody of it is left
  }
}
