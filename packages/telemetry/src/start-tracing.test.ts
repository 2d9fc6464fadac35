import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startTracing } from './start-tracing.ts';
import { inSpan, isTracing } from './tracing.ts';

test('a stop waits two seconds for a collector that takes spans and never answers, and no longer', async (t) => {
  const deaf = createServer().listen(0, '127.0.0.1');
  await once(deaf, 'listening');
  t.after(() => {
    deaf.closeAllConnections();
    deaf.close();
  });
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const url = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}/v1/traces`;
  const tracing = await startTracing({ url, ratio: 1, service: 'trial' });
  inSpan('work', {}, () => {});
  let stopped = false;
  const asked = once(deaf, 'request');
  const stopping = tracing[Symbol.asyncDispose]().then(() => (stopped = true));
  await asked;
  assert.equal(isTracing(), false);
  t.mock.timers.tick(1_999);
  await new Promise(setImmediate);
  assert.equal(stopped, false);
  t.mock.timers.tick(1);
  await stopping;
});
