import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { freemem } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../config.ts';
import { isAlive } from '../data-directory.ts';
import { findProgram } from '../find-program.ts';
import { readOperator } from '../operator-file.ts';
import { claimPort } from '../split/ports.ts';
import { type Check, failed, ok, warning } from './check.ts';

const GIB = 2 ** 30;
const inGib = (bytes: number) => `${(bytes / GIB).toFixed(1)} GiB`;
const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
const nearest = (path: string): string => (existsSync(path) ? path : nearest(dirname(path)));

const node: Check = {
  name: 'Node',
  run: async () => {
    const { node: version } = process.versions;
    if (Number(version.split('.')[0]) >= 24) return ok(version);
    return failed(`${version}; the platform needs 24`, 'Start by "npm start", which fetches Node 24, or install it.');
  },
};

const dependencies: Check = {
  name: 'Dependencies',
  run: async ({ env }) => {
    const hash = createHash('sha256');
    for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(read(join(repositoryRoot, file)));
    const pnpm = findProgram('pnpm', `${join(repositoryRoot, '.tools', 'pnpm', 'node_modules', '.bin')}:${env['PATH'] ?? ''}`);
    const installed = read(join(repositoryRoot, 'node_modules', '.customerai-installed'));
    if (installed === hash.digest('hex')) return ok(`as the lock file says${pnpm ? '' : '; no pnpm, which is needed to change them only'}`);
    if (!installed) return ok('not installed by npm start, so nothing to compare with');
    return warning('the lock file has changed since they were installed', 'Run "npm start", which installs what is missing, or "pnpm install".');
  },
};

const port: Check = {
  name: 'Port',
  run: async ({ config, directory }) => {
    const wanted = `${config.host}:${config.port}`;
    const running = await readOperator(directory).catch(() => undefined);
    if (running && new URL(running.url).port === String(config.port)) return ok(`${wanted} is served by the platform of this data directory`);
    return claimPort(config.host, config.port).then(
      () => ok(`${wanted} is free`),
      (error: Error) => failed(`${wanted} cannot be opened`, error.message),
    );
  },
};

const dataDirectory: Check = {
  name: 'Data directory',
  run: async ({ directory }) => {
    const there = nearest(directory);
    try {
      await access(there, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch {
      return failed(`${there} cannot be written`, `Give this user the right to, or set DATA_DIR to another directory.`);
    }
    if (there !== directory) return ok(`${directory} will be made`);
    const { mode, uid } = await stat(directory);
    if ((mode & 0o077) !== 0) return warning(`others can read ${directory}`, `chmod 700 ${directory}`);
    if (process.getuid && uid !== process.getuid())
      return warning(`${directory} belongs to another user`, `chown it to the user that runs the platform.`);
    const holder = Number(read(join(directory, 'platform.pid')));
    return ok(`${directory}, ${holder && isAlive(holder) ? `in use by process ${holder}` : 'not in use'}`);
  },
};

const disk: Check = {
  name: 'Disk',
  run: async ({ directory }) => {
    const { bavail, bsize } = await statfs(nearest(directory));
    const free = bavail * bsize;
    const remedy = 'Make room, or set DATA_DIR to a directory on a larger disk.';
    if (free < GIB / 2) return failed(`${inGib(free)} free`, remedy);
    return free < 2 * GIB ? warning(`${inGib(free)} free`, remedy) : ok(`${inGib(free)} free`);
  },
};

const memory: Check = {
  name: 'Memory',
  run: async () => {
    const free = process.availableMemory?.() ?? freemem();
    const detail = `${inGib(free)} free`;
    if (free >= 2 * GIB) return ok(detail);
    return warning(detail, 'All in one takes 0.5 GiB, the split mode up to 1.3 GiB: stop other programs, or keep to "npm start" without --split.');
  },
};

export const machineChecks: readonly Check[] = [node, dependencies, port, dataDirectory, disk, memory];
