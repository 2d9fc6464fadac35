import {
  createRequestVerifier,
  ConfigError,
  createRequestSigner,
  openCache,
  openHttpDoor,
  openTls,
  type Subgraph,
  type Tls,
} from '@customerai/service';
import { skipWithout } from '@customerai/testkit';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createHttpClient } from '../src/plan/http-client.ts';
import { createKey, type Key } from './fixture.ts';

const fail = (error: Error) => assert.fail(error);

/** Certificates of two authorities, of which one is ours; made anew each run, valid for a day. */
function createCertificates(folder: string) {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  writeFileSync(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  const authority = (name: string) =>
    openssl('req', '-x509', ...key, '-keyout', `${name}.key`, '-out', `${name}.crt`, '-days', '1', '-subj', `/CN=${name}`);
  const issue = (name: string, by: string) => {
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    const signing = ['-CA', `${by}.crt`, '-CAkey', `${by}.key`, '-CAcreateserial', '-extfile', 'names'];
    openssl('x509', '-req', '-in', `${name}.csr`, ...signing, '-out', `${name}.crt`, '-days', '1');
  };
  authority('ours');
  authority('theirs');
  for (const name of ['service', 'renewed', 'gateway']) issue(name, 'ours');
  issue('stranger', 'theirs');
  const files = (name: string, ca = 'ours') => ({
    TLS_CERT_FILE: join(folder, `${name}.crt`),
    TLS_KEY_FILE: join(folder, `${name}.key`),
    TLS_CA_FILE: join(folder, `${ca}.crt`),
  });
  return {
    files,
    replace: (name: string, by: string) => ['crt', 'key'].map((end) => copyFileSync(join(folder, `${by}.${end}`), join(folder, `${name}.${end}`))),
  };
}

describe('TLS between gateway and services', { skip: skipWithout('openssl') }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'customerai-tls-'));
  const stack = new AsyncDisposableStack();
  let certificates: ReturnType<typeof createCertificates>;
  let key: Key;
  let url: string;
  let doorTls: Tls;
  const warned: string[] = [];

  const subgraph = { name: 'people', execute: async () => ({ data: { hello: 'over TLS' } }) } as unknown as Subgraph;
  const send = async (tls: Tls | undefined) => {
    const signer = await createRequestSigner(key.private);
    await using client = createHttpClient({ name: 'people', url, signer, timeoutMs: 5_000, tls });
    return await client.send({ query: '{ hello }', variables: {} }, { viewer: { kind: 'anonymous' } as never, traceId: 'a'.repeat(32) });
  };
  const statusOf = (path: string, options: object, method = 'GET') =>
    new Promise<{ status: number | undefined; subject: string }>((resolve, reject) => {
      const sent = request(new URL(path, url), { method, agent: false, ...options }, (response) => {
        const subject = (response.socket as any).getPeerCertificate().subject.CN as string;
        response.resume().on('end', () => resolve({ status: response.statusCode, subject }));
      });
      sent.on('error', reject).end();
    });

  before(async () => {
    certificates = createCertificates(folder);
    key = await createKey();
    const verifier = await createRequestVerifier([key.public], stack.use(await openCache('memory:', () => {})));
    doorTls = stack.use(openTls(certificates.files('service'), fail)!);
    const log = { warn: (_: object, text: string) => warned.push(text) } as never;
    url = stack.use(await openHttpDoor({ subgraph, verifier, host: '127.0.0.1', port: 0, log, tls: doorTls })).url;
  });
  after(async () => {
    await stack.disposeAsync();
    rmSync(folder, { recursive: true });
  });

  test('the gateway reaches a service when both have certificates of one authority', async () => {
    assert.match(url, /^https:/);
    using tls = openTls(certificates.files('gateway'), fail);
    assert.deepEqual((await send(tls)).data, { hello: 'over TLS' });
  });

  test('a certificate of another authority, and none, are refused though the request is signed', async () => {
    using stranger = openTls({ ...certificates.files('stranger') }, fail);
    await assert.rejects(send(stranger), /status 401/);
    const ca = doorTls.current().ca;
    assert.equal((await statusOf('/graphql', { ca }, 'POST')).status, 401);
    assert.ok(warned.includes('refused a connection without a certificate of ours'));
  });

  test('the gateway refuses a service whose authority it does not know', async () => {
    using tls = openTls(certificates.files('gateway', 'theirs'), fail);
    await assert.rejects(send(tls), /certificate/);
  });

  test('probes need no certificate', async () => {
    for (const path of ['/livez', '/readyz']) assert.equal((await statusOf(path, { rejectUnauthorized: false })).status, 200);
  });

  test('a renewed certificate is taken over without a restart; a broken one is reported and not taken', async () => {
    const { ca } = doorTls.current();
    assert.equal((await statusOf('/livez', { ca })).subject, 'service');
    certificates.replace('service', 'renewed');
    doorTls.reload();
    assert.equal((await statusOf('/livez', { ca })).subject, 'renewed');

    const problems: string[] = [];
    using watched = openTls(certificates.files('gateway'), (error) => problems.push(error.message))!;
    rmSync(join(folder, 'gateway.crt'));
    watched.reload();
    assert.match(problems.join(), /former one stays in use/);
  });
});

test('half a TLS configuration is refused by name', () => {
  assert.equal(openTls({}, fail), undefined);
  assert.throws(() => openTls({ TLS_CERT_FILE: '/c', TLS_CA_FILE: '/a' }, fail), /TLS_KEY_FILE is missing/);
  assert.throws(() => openTls({ TLS_CERT_FILE: '/none/c', TLS_KEY_FILE: '/none/k', TLS_CA_FILE: '/none/a' }, fail), ConfigError);
});
