import { startEmbeddedMongodb } from '@customerai/embedded-mongodb';
import { openBus } from '@customerai/events';
import { createRequestSigner, createRequestVerifier, openCache } from '@customerai/service';
import { openStore } from '@customerai/store';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { parse } from 'yaml';

const main = join(import.meta.dirname, '../src/run-one.ts');

async function runOne(args: string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [main, ...args], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'close');
  return { code: code as number, output };
}

describe("the image's entry", () => {
  const folder = mkdtempSync(join(tmpdir(), 'customerai-one-'));
  after(() => rmSync(folder, { recursive: true }));

  test('says what it can run when the name is none', async () => {
    const { code, output } = await runOne(['reviews']);
    assert.equal(code, 2);
    assert.match(output, /gateway, auth.*ai\) or task \(migrate.*"reviews" is neither/);
  });

  test('runs the service that its argument names, which says what it lacks', async () => {
    const { code, output } = await runOne(['privacy']);
    assert.equal(code, 1);
    assert.match(output, /privacy cannot start.*3 problems.*MONGO_URL.*NATS_URL.*GATEWAY_KEYS/s);
  });

  test('makes keys once, each file for who needs it, and the pair fits', async () => {
    const root = join(folder, 'keys');
    const first = await runOne(['make-keys', root]);
    assert.match(first.output, /First sign-in: .*password \S{24}/);
    const read = (name: string) => readFileSync(join(root, name), 'utf8');
    const before = read('auth/AUTH_SIGNING_KEY');
    assert.equal(statSync(join(root, 'gateway/GATEWAY_PRIVATE_KEY')).mode & 0o777, 0o400);

    const again = await runOne(['make-keys', root]);
    assert.match(again.output, /has keys already/);
    assert.doesNotMatch(again.output, /password/);
    assert.equal(read('auth/AUTH_SIGNING_KEY'), before);

    const signer = await createRequestSigner(JSON.parse(read('gateway/GATEWAY_PRIVATE_KEY')));
    const { keys } = JSON.parse(read('public/GATEWAY_KEYS'));
    assert.ok(!('d' in keys[0]), 'the public set must hold no private part');
    const verifier = await createRequestVerifier(keys, await openCache('memory:', () => {}));
    const viewer = { kind: 'anonymous' } as never;
    const signature = await signer.sign({ audience: 'review', body: '{}', viewer });
    assert.deepEqual(await verifier.verify({ audience: 'review', body: '{}', signature }), viewer);

    rmSync(join(root, 'auth/ADMIN_PASSWORD'));
    const half = await runOne(['make-keys', root]);
    assert.equal(half.code, 1);
    assert.match(half.output, /only some of the keys/);
  });

  test('prints the keys as a Secret', async () => {
    const { output } = await runOne(['make-keys', '--secret', 'customerai']);
    const secret = parse(output);
    assert.deepEqual([secret.kind, secret.metadata.name], ['Secret', 'customerai']);
    assert.match(secret.stringData.GATEWAY_PRIVATE_KEY, /"d":/);
    assert.ok(secret.stringData.PRIVACY_KEY.length >= 32);
  });

  test('compares two versions as they are before a switch', async () => {
    const exported = join(folder, 'exported');
    assert.equal((await runOne(['export-graph', exported])).code, 0);
    const same = await runOne(['check-compatibility', exported]);
    assert.equal(same.code, 0);
    assert.match(same.output, /^compatible: 0 breaking/m);

    const next = join(folder, 'next.graphql');
    writeFileSync(next, readFileSync(join(exported, 'supergraph.graphql'), 'utf8').replaceAll(/^ {2}redactedText:/gm, '  hiddenText:'));
    const { code, output } = await runOne(['check-compatibility', exported, next]);
    assert.equal(code, 1);
    assert.match(output, /^BREAKING {2}Interaction.redactedText was removed\.$/m);
    assert.match(output, /^REFUSED .*redactedText/m);
    assert.equal((await runOne(['check-compatibility', join(folder, 'nothing')])).code, 2);
  });

  test('probes an address', async () => {
    const server = createServer((request, response) => response.writeHead(request.url === '/readyz' ? 200 : 503).end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    assert.equal((await runOne(['probe', `${url}/readyz`])).code, 0);
    assert.equal((await runOne(['probe', `${url}/other`])).code, 1);
    server.close();
    await once(server, 'close');
    assert.match((await runOne(['probe', `${url}/readyz`])).output, /does not answer \(connect ECONNREFUSED/);
  });

  test('a migration makes collections and indexes, starts every service once, and leaves waiting events alone', async () => {
    await using mongo = await startEmbeddedMongodb({ directory: undefined });
    await using bus = await openBus('embedded:');
    await using store = await openStore({ url: mongo.url, database: 'review', bus, onError: () => {} });
    await store.connection.asPromise();
    const items = store.connection.db!.collection<any>('reviewItems');
    const waiting = { _id: 'one', tenant: 'north', outboxPending: true, outbox: [{ id: 'event-1' }] };
    await items.insertOne({ ...waiting });
    const { code, output } = await runOne(['migrate'], { MONGO_URL: mongo.url, ADMIN_PASSWORD: 'long enough for a trial' });
    assert.equal(code, 0, output);
    assert.equal(output.match(/collections and indexes are there/g)?.length, 8, output);
    assert.deepEqual(await items.findOne({ _id: 'one' }), waiting);
    assert.ok((await items.indexes()).length > 1);
    const secrets = await runOne(['migrate'], { MONGO_URL: 'postgres://secret@nowhere' });
    assert.equal(secrets.code, 1);
    assert.match(secrets.output, /migrate failed\. .*MONGO_URL: must begin with mongodb/s);
    assert.doesNotMatch(secrets.output, /secret@nowhere/);
  });
});
