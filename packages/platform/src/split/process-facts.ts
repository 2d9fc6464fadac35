import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../config.ts';

/** Resident memory of a process in MB; undefined when it is gone. */
export function residentMb(pid: number): number | undefined {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
  } catch {
    // No /proc on this system, or no such process.
    const kilobytes = Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
    return kilobytes > 0 ? Math.round(kilobytes / 1024) : undefined;
  }
}

/** The command line of a process; empty when it is gone. */
export const commandOf = (pid: number): string => spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';

/** The version in a part's package.json, e.g. of `gateway` or `subgraphs/auth`. */
export function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8')) as { version: string }).version;
}
