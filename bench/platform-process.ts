import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeEnv, nodeFlags } from '../scripts/node-flags.mjs';

const root = join(import.meta.dirname, '..');

export interface PlatformProcess extends AsyncDisposable {
  url: string;
  /** The operator's, which the platform renews every few minutes: ask anew. */
  readonly token: string;
  readyMs: number;
  /** Resident memory of the process right now, in MB. */
  residentMb(): number;
  /** Processor time that the process has used since it began, in ms. */
  cpuMs(): number;
}

/** Starts the platform as a person would, in its own process, and waits for its banner. */
export async function startPlatformProcess(dataDir: string, env: Record<string, string> = {}): Promise<PlatformProcess> {
  const begin = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...nodeFlags, 'packages/platform/src/cli.ts', 'start'], {
    cwd: root,
    env: { ...nodeEnv, ...process.env, PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk) => {
      output += chunk;
      if (output.includes('is ready')) resolve();
    });
    child.stderr!.on('data', (chunk) => (output += chunk));
    child.on('exit', (code) => reject(new Error(`The platform ended with ${code}:\n${output}`)));
  });
  await ready;
  const readyMs = performance.now() - begin;
  const operator = () => JSON.parse(readFileSync(join(dataDir, 'operator.json'), 'utf8')) as { url: string; token: string };
  return {
    url: operator().url,
    get token() {
      return operator().token;
    },
    readyMs,
    residentMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    cpuMs: () => {
      const [utime, stime] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13).map(Number);
      return (utime! + stime!) * 10; // clock ticks, 100 a second on Linux
    },
    [Symbol.asyncDispose]: async () => {
      child.removeAllListeners('exit');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export async function withDataDir<Value>(use: (dataDir: string) => Promise<Value>): Promise<Value> {
  const dataDir = await mkdtemp(join(tmpdir(), 'customerai-bench-'));
  try {
    return await use(dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
