import { ConfigError } from '@customerai/service';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { restartDelay } from '../../src/split/backoff.ts';
import { follow } from '../../src/split/child.ts';
import { openGatewayKeys } from '../../src/split/gateway-keys.ts';
import { createUnit, NeverReady, type UnitOptions } from '../../src/split/unit.ts';

/** A process whose life is a few lines of JavaScript. */
const launch = (code: string) => () =>
  follow(spawn(process.execPath, ['--eval', code], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }), { onLine: () => {} });
const READY = `process.on('message', () => {}); process.send({ kind: 'ready', url: String(process.pid) });`;
const unitOf = (code: string, more: Partial<UnitOptions> = {}) =>
  createUnit({ name: 'x', launch: launch(code), readyMs: 5_000, drainMs: 1_000, onReady: async () => {}, report: () => {}, ...more });

test('waits between restarts double, are spread, and end at 15 s', () => {
  assert.deepEqual(
    [0, 1, 2, 3, 10, 1_000].map((failures) => restartDelay(failures, 1)),
    [200, 400, 800, 1_600, 15_000, 15_000],
  );
  assert.deepEqual([restartDelay(0, 0), restartDelay(10, 0)], [100, 7_500]);
});

test('a process that ends before it is ready is named, with its last lines', async () => {
  const unit = unitOf(`console.error('no such port'); process.exitCode = 3`);
  await assert.rejects(unit.start(), (error: NeverReady) => {
    assert.match(error.message, /^x ended with code 3 before it was ready$/);
    assert.deepEqual(error.cause, ['no such port']);
    return true;
  });
});

test('a process that never becomes ready is ended', async () => {
  const unit = unitOf(`console.log('thinking'); process.on('message', () => {})`, { readyMs: 400 });
  await assert.rejects(unit.start(), { name: 'NeverReady', message: 'x was not ready within 0.4 s' });
});

test('a process that crashes is started again, and its address passed on', async () => {
  const addresses: string[] = [];
  const again = Promise.withResolvers<void>();
  let downs = 0;
  const unit = unitOf(READY, {
    onReady: async (_, url) => void (addresses.push(url) === 2 && again.resolve()),
    onDown: async () => void downs++,
  });
  await unit.start();
  process.kill(unit.child!.pid, 'SIGKILL');
  await again.promise;
  assert.deepEqual([new Set(addresses).size, downs, unit.restarts], [2, 1, 1]);
  await unit.stop(1_000);
  assert.equal(unit.state, 'stopped');
});

test('a replacement that cannot start leaves the old process in place', async () => {
  let code = READY;
  const unit = unitOf('', { launch: () => launch(code)() });
  await unit.start();
  const { pid } = unit.child!;
  code = 'process.exitCode = 1';
  await assert.rejects(unit.replace(), NeverReady);
  assert.deepEqual([unit.child!.pid, unit.state, unit.restarts], [pid, 'ready', 0]);
  await unit.stop(1_000);
});

test("the gateway's key is made once, is its owner's alone, and a broken one is refused with the remedy", () => {
  const directory = mkdtempSync(join(tmpdir(), 'customerai-keys-'));
  try {
    const keys = openGatewayKeys(directory);
    const file = join(directory, 'keys', 'gateway.json');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.deepEqual(openGatewayKeys(directory), keys);
    assert.equal(JSON.parse(keys.publicKeys).keys[0].d, undefined);
    assert.equal(JSON.parse(keys.privateKey).d, JSON.parse(readFileSync(file, 'utf8')).d);
    writeFileSync(file, '{}');
    assert.throws(
      () => openGatewayKeys(directory),
      (error: Error) => error instanceof ConfigError && /Delete it/.test(error.message),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
});
