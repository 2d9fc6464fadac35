import { startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { openBus } from '@customerai/events';
import { createInProcessRpc, createLogger, newId, openCache, type Parts } from '@customerai/service';
import { noMetrics } from '@customerai/telemetry';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestClock {
  (): Date;
  /** Moves the clock on by that many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is told to move. */
export function createTestClock(start = '2026-03-02T09:00:00.000Z'): TestClock {
  let now = Date.parse(start);
  return Object.assign(() => new Date(now), { advance: (milliseconds: number) => void (now += milliseconds) });
}

export interface TestParts extends Parts, AsyncDisposable {
  clock: TestClock;
}

/** The real parts in their embedded form, in memory: what a service is tested on. Logs are off unless LOG_LEVEL is set. */
export async function createTestParts(): Promise<TestParts> {
  const stack = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'customerai-test-'));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  // Nothing is swept: what is stored has the times of the test's clock, so by the machine's a session of a second ago may be months over.
  const mongo = stack.use(await startEmbeddedMongodb({ directory: undefined, sweepMs: 0 }));
  const cache = stack.use(await openCache('memory:', () => {}));
  const bus = stack.use(await openBus('embedded:'));
  const rpc = stack.use(createInProcessRpc());
  const log = createLogger({ service: 'test', level: process.env['LOG_LEVEL'] ?? 'silent' });
  return {
    mongoUrl: mongo.url,
    bus,
    rpc,
    cache,
    clock: createTestClock(),
    newId,
    log,
    metrics: noMetrics,
    dataDir,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
