import { ConfigError } from '@customerai/service/basics';
import { readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { parseConfig } from '../config.ts';
import { isAlive } from '../data-directory.ts';
import { readOperator } from '../operator-file.ts';
import { listServices } from '../services.ts';
import { askControl, type ServiceStatus } from '../split/control.ts';
import { residentMb, versionOf } from '../split/process-facts.ts';

/** Shows what runs on the data directory. Resolves with the exit code: 1 when nothing does, or a part of it is not ready. */
export async function status({ json }: { json: boolean }): Promise<number> {
  const directory = resolve(parseConfig(process.env).dataDir);
  const parts = (await askControl(directory, '/status')) ?? (await statusOfOne(directory));
  process.stdout.write(json ? `${JSON.stringify(parts, null, 2)}\n` : `${table(parts)}\n`);
  return parts.every(({ state }) => state === 'ready') ? 0 : 1;
}

/** Restarts services of the split mode one by one. Resolves with the exit code. */
export async function restart(names: readonly string[]): Promise<number> {
  const directory = resolve(parseConfig(process.env).dataDir);
  const query = new URLSearchParams(names.map((name): [string, string] => ['service', name]));
  const parts = await askControl(directory, `/restart?${query}`, 'POST');
  if (!parts)
    throw new ConfigError(
      `No supervisor runs on ${directory}. Services are restarted one by one in the split mode only: npm start -- --split. Elsewhere stop and start again.`,
    );
  process.stdout.write(`${table(parts)}\n`);
  return 0;
}

/** The all-in-one: every service is ready when its one process answers. */
async function statusOfOne(directory: string): Promise<ServiceStatus[]> {
  const lock = join(directory, 'platform.pid');
  const { url } = await readOperator(directory);
  const pid = Number(readFileSync(lock, 'utf8'));
  if (!isAlive(pid)) throw new ConfigError(`The platform of ${directory} was killed (process ${pid}). Start it again: npm start.`);
  const answers = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    ({ status: code }) => (code === 200 ? 'ready' : 'draining'),
    () => 'silent',
  );
  const common = { state: answers, pid, url, uptimeSeconds: (Date.now() - statSync(lock).mtimeMs) / 1000, memoryMb: residentMb(pid), restarts: 0 };
  const services = listServices().map(({ name }) => ({
    ...common,
    name,
    url: undefined,
    memoryMb: undefined,
    version: versionOf(`subgraphs/${name}`),
  }));
  return [{ ...common, name: 'gateway', version: versionOf('gateway') }, ...services];
}

export function table(parts: readonly ServiceStatus[]): string {
  const header = ['service', 'state', 'pid', 'url', 'uptime', 'memory', 'restarts', 'version'];
  const rows = parts.map(({ name, state, pid, url, uptimeSeconds, memoryMb, restarts, version }) => [
    name,
    state,
    String(pid ?? '-'),
    url ?? '-',
    uptimeSeconds === undefined ? '-' : duration(uptimeSeconds),
    memoryMb === undefined ? '-' : `${memoryMb} MB`,
    String(restarts),
    version ?? '-',
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  return [styleText('dim', line(header)), ...rows.map(line)].join('\n');
}

/** `42s`, `5m12s`, `3h05m`, `2d04h`. */
function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  const pair = (big: number, bigUnit: string, small: number, smallUnit: string) => `${big}${bigUnit}${String(small).padStart(2, '0')}${smallUnit}`;
  if (whole < 60) return `${whole}s`;
  if (whole < 3_600) return pair(Math.floor(whole / 60), 'm', whole % 60, 's');
  if (whole < 86_400) return pair(Math.floor(whole / 3_600), 'h', Math.floor((whole % 3_600) / 60), 'm');
  return pair(Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3_600), 'h');
}
