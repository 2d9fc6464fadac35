import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { startGateway } from '../src/start.ts';
import { startWorld, type World } from './fixture.ts';

describe('pages', () => {
  let world: World;
  before(async () => void (world = await startWorld({ env: { CONSOLE_DIR: '/nowhere', ALLOWED_ORIGINS: 'https://app.example' } })));
  after(() => world[Symbol.asyncDispose]());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(world.gateway.url + path, { headers, redirect: 'manual' });

  test('without a console, the front page says what there is and needs nothing from elsewhere', async () => {
    const response = await get('/');
    assert.equal(response.status, 200);
    const html = await response.text();
    for (const what of ['/explorer', '/health', 'npm run demo', 'not there yet']) assert.ok(html.includes(what), what);
    assert.doesNotMatch(html, /https?:|<script/);
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'self'/);
    assert.equal(response.headers.get('x-powered-by'), null);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  test('the explorer and its files come from here', async () => {
    const html = await (await get('/explorer')).text();
    assert.match(html, /<base href="\/explorer\/">/);
    const sources = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!);
    assert.ok(sources.includes('initial_options.js') && sources.length > 5);
    for (const source of sources) {
      assert.doesNotMatch(source, /^(https?:)?\/\//);
      assert.equal((await get(new URL(source, 'http://x/explorer/').pathname)).status, 200, source);
    }
    const options = await (await get('/explorer/initial_options.js')).text();
    assert.match(options, /graphql-ws/);
    assert.match(options, /reviewQueueUpdated/);
  });

  test('what does not exist says where to look', async () => {
    const response = await get('/nothing');
    assert.equal(response.status, 404);
    assert.match(((await response.json()) as any).errors[0].message, /\/graphql/);
  });

  test('only pages of allowed origins may read answers', async () => {
    const preflight = (origin: string) =>
      fetch(`${world.gateway.url}/graphql`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const good = await preflight('https://app.example');
    assert.deepEqual([good.status, good.headers.get('access-control-allow-origin')], [204, 'https://app.example']);
    assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
    assert.equal((await get('/health', { origin: 'https://app.example' })).headers.get('access-control-allow-origin'), 'https://app.example');
  });

  test('a console that has been built is served, its own paths too', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'console-'));
    await mkdir(join(directory, 'assets'));
    await writeFile(join(directory, 'index.html'), '<title>Console</title>');
    await writeFile(join(directory, 'assets', 'app.js'), '1');
    await writeFile(join(directory, 'assets', 'packed.js'), 'plain');
    await writeFile(join(directory, 'assets', 'packed.js.br'), brotliCompressSync('packed'));
    {
      await using other = await startWorld({ env: { CONSOLE_DIR: directory } });
      const page = async (path: string, accept = 'text/html') => {
        const response = await fetch(other.gateway.url + path, { headers: { accept } });
        return [response.status, (await response.text()).includes('Console')];
      };
      assert.deepEqual(await page('/'), [200, true]);
      assert.deepEqual(await page('/reviews/42'), [200, true]);
      assert.deepEqual(await page('/assets/app.js', '*/*'), [200, false]);
      const packed = await fetch(`${other.gateway.url}/assets/packed.js?v=1`, { headers: { 'accept-encoding': 'gzip, br' } });
      assert.deepEqual([packed.headers.get('content-encoding'), packed.headers.get('content-type')], ['br', 'text/javascript; charset=utf-8']);
      assert.match(packed.headers.get('cache-control')!, /immutable/);
      assert.equal(await packed.text(), 'packed');
      assert.equal(await (await fetch(`${other.gateway.url}/assets/packed.js`, { headers: { 'accept-encoding': 'identity' } })).text(), 'plain');
      assert.deepEqual(await page('/api/v1/nothing'), [404, false]);
      assert.deepEqual(await page('/missing.js', '*/*'), [404, false]);
    }
    await rm(directory, { recursive: true });
  });

  test('a port in use is named, with the remedy', async () => {
    const start = startGateway({ PORT: String(world.gateway.port) }, { ...world.parts, subgraphs: {}, supergraphSdl: world.supergraphSdl });
    await assert.rejects(
      start,
      (error: Error) => error.name === 'ConfigError' && error.message.includes(`Port ${world.gateway.port}`) && /PORT=\d+/.test(error.message),
    );
  });
});
