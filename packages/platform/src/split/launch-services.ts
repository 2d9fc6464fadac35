import type { Env } from '@customerai/service';
import cluster from 'node:cluster';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { execArgv } from 'node:process';
import { repositoryRoot } from '../config.ts';
import { type Child, follow } from './child.ts';

/** What only one process may know, or the gateway alone, or services alone. */
const SECRETS: Readonly<Record<string, (name: string) => boolean>> = {
  GATEWAY_PRIVATE_KEY: (name) => name === 'gateway',
  GATEWAY_KEYS: (name) => name !== 'gateway',
  ADMIN_PASSWORD: (name) => name === 'auth',
  AUTH_SIGNING_KEY: (name) => name === 'auth',
  PRIVACY_KEY: (name) => name === 'privacy',
  SENTIMENT_CACHE_KEY: (name) => name === 'sentiment' || name === 'privacy',
};
// Undefined and not left out: Node's cluster adds this process's own environment to what it is given.
const envOf = (name: string, env: Env): Env =>
  Object.fromEntries(Object.entries(env).map(([key, value]) => [key, (SECRETS[key]?.(name) ?? true) ? value : undefined]));

/** Of the many services few are busy at a time: with a small young generation each is 20 MB smaller at rest. */
const SMALL = '--max-semi-space-size=4';

/** One service of supergraph.yaml as a process, on a free port of this machine. */
export function launchService(name: string, env: Env, onLine: (line: string) => void): Child {
  const process = fork(join(repositoryRoot, 'subgraphs', name, 'src', 'main.ts'), {
    cwd: repositoryRoot,
    env: { ...envOf(name, env), HOST: '127.0.0.1', PORT: '0' },
    execArgv: [...execArgv, SMALL],
    silent: true,
  });
  return follow(process, { onLine });
}

/**
 * A gateway as a process. The public port is opened by this process and its connections are handed out (Node's cluster), so that a new gateway
 * takes over from an old one without a moment at which nobody listens.
 */
export function launchGateway(env: Env, onLine: (line: string) => void): Child {
  cluster.setupPrimary({ exec: join(repositoryRoot, 'gateway', 'src', 'main.ts'), cwd: repositoryRoot, silent: true });
  const worker = cluster.fork(envOf('gateway', env));
  return follow(worker.process, { onLine });
}
