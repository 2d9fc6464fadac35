import { createTestClient, type TestClient } from '@customerai/testkit/client';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeEnv, nodeFlags } from '../../../../scripts/node-flags.mjs';
import { askControl, type ServiceStatus } from '../../src/split/control.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const command = [...nodeFlags, 'packages/platform/src/cli.ts'];

export interface Ended {
  code: number | null;
  output: string;
}

/** Runs a command of the platform as a person would, in its own process. */
export function runCommand(args: readonly string[], env: Record<string, string>): { child: ChildProcess; output(): string; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [...command, ...args], {
    cwd: root,
    env: { ...nodeEnv, ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return { child, output: () => output, ended };
}

export interface SplitProcess extends AsyncDisposable {
  url: string;
  pid: number;
  dataDir: string;
  client: TestClient;
  output(): string;
  /** What `npm run status` shows, without a process for each look. */
  status(): Promise<ServiceStatus[]>;
  /** Runs another command on the same data directory. */
  command(...args: string[]): Promise<Ended>;
  signal(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

/** The split mode in processes of its own on a new data directory, ready. */
export async function startSplit(env: Record<string, string> = {}): Promise<SplitProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'customerai-split-'));
  const settings = { PORT: '0', DATA_DIR: dataDir, MONGO_URL: '', NATS_URL: '', REDIS_URL: '', ...env };
  const { child, output, ended } = runCommand(['start', '--split'], settings);
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', () => output().includes('is ready') && resolve());
    void ended.then(({ code }) => reject(new Error(`The split mode ended with ${code}:\n${output()}`)));
  });
  const { url, token } = JSON.parse(readFileSync(join(dataDir, 'operator.json'), 'utf8')) as { url: string; token: string };
  const run = (...args: string[]) => runCommand(args, settings).ended;
  return {
    url,
    pid: child.pid!,
    dataDir,
    client: createTestClient({ url, tenant: 'default', userId: 'operator', token }),
    output,
    status: async () => (await askControl(dataDir, '/status'))!,
    command: run,
    signal: (signal) => void child.kill(signal),
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
