import { freePort, skipWithout, startNats } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createKey, post } from './fixture.ts';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));

function start(env: Record<string, string>) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [main], { env: { PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += String(chunk);
      if (output.includes('"ready"')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, output }));
  return { child, ready, ended };
}

test('a gateway in its own process serves, and drains on SIGTERM', { skip: skipWithout('nats-server') }, async () => {
  await using nats = await startNats();
  const [port, key] = [await freePort(), await createKey()];
  const { child, ready, ended } = start({
    NATS_URL: nats.url,
    PORT: String(port),
    GATEWAY_PRIVATE_KEY: JSON.stringify(key.private),
    SUBGRAPH_URLS: 'auth=http://127.0.0.1:1/graphql',
  });
  await Promise.race([ready, ended.then(({ output }) => assert.fail(output))]);
  const url = `http://127.0.0.1:${port}`;
  assert.equal((await fetch(`${url}/health`)).status, 200);
  const { data, errors } = await post(url, 'mutation { __typename signIn(email: "a@example.com", password: "x") { accessToken } }');
  assert.deepEqual([data, errors[0].extensions.code, errors[0].path], [null, 'SERVICE_UNAVAILABLE', ['signIn']]);
  child.kill('SIGTERM');
  assert.equal((await ended).code, 0);
});

test('a process that cannot start says why on one screen, without a stack, and exits with 1', async () => {
  const { ended } = start({ PORT: '99999' });
  const { code, output } = await ended;
  assert.equal(code, 1);
  assert.match(output, /gateway cannot start.*2 problems.*PORT.*NATS_URL/s);
  assert.doesNotMatch(output, / at .*\.ts/);
});
