import { fork } from 'node:child_process';
import { join } from 'node:path';
import { nodeEnv, nodeFlags } from '../scripts/node-flags.mjs';
import type { Answers } from './subscription-server.ts';

export interface Server extends AsyncDisposable {
  ask<Name extends keyof Answers>(name: Name, input?: unknown): Promise<Answers[Name]>;
}

/** Starts the measured process; `kind` is what it runs. */
export async function startServer(kind: 'gateway' | 'plain', env: Record<string, string> = {}): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'subscription-server.ts'), [kind], {
    env: { ...nodeEnv, ...process.env, ...env },
    execArgv: [...nodeFlags, '--expose-gc'],
  });
  const asked = new Map<number, (value: any) => void>();
  let last = 0;
  await new Promise<void>((resolve, reject) => {
    asked.set(0, () => resolve());
    child.once('exit', (code) => reject(new Error(`The measured process ended with ${code}.`)));
    child.on('message', ({ id, value }: { id: number; value: unknown }) => {
      asked.get(id)?.(value);
      asked.delete(id);
    });
  });
  return {
    ask: (name, input) =>
      new Promise((resolve) => {
        asked.set(++last, resolve);
        child.send({ id: last, name, input });
      }),
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}
