import {
  anonymous,
  createRequestSigner,
  createRequestVerifier,
  type JWK,
  openCache,
  type RequestVerifier,
  UnknownSession,
} from '@customerai/service';
import { exportJWK, generateKeyPair } from 'jose';
import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { before, test } from 'node:test';
import { createMac } from '../src/session-identity.ts';

const body = JSON.stringify({ query: '{ hello }' });
const request = { body, viewer: anonymous };
let privateKey: JWK, publicKey: JWK, foreignKey: JWK;

before(async () => {
  const [ours, foreign] = await Promise.all([1, 2].map(() => generateKeyPair('EdDSA', { extractable: true })));
  privateKey = { ...(await exportJWK(ours!.privateKey)), kid: 'k1' };
  publicKey = { ...(await exportJWK(ours!.publicKey)), kid: 'k1' };
  foreignKey = { ...(await exportJWK(foreign!.privateKey)), kid: 'k1' };
});

const openDoor = async () => createRequestVerifier([publicKey], await openCache('memory:', assert.fail));

/** A session of the gateway with these doors. */
async function openSession(doors: readonly RequestVerifier[], { key = privateKey, audience = 'review' } = {}) {
  const session = (await createRequestSigner(key)).openSession(audience);
  for (const { door } of doors) session.learn(door);
  return session;
}

test('a request of a session is answered once, by the doors that it was opened with', async () => {
  const doors = await Promise.all([openDoor(), openDoor()]);
  const session = await openSession(doors);
  for (const door of doors) {
    const signature = session.authenticate(request);
    assert.deepEqual(await door.verify({ audience: 'review', body, signature }), anonymous);
    await assert.rejects(door.verify({ audience: 'review', body, signature }), /sent before/);
  }
});

test('who asks arrives as it was, whatever letters a name has', async () => {
  const door = await openDoor();
  const session = await openSession([door]);
  for (const id of ['a', 'ab', 'abc', 'zoë', '名前', '"\\~']) {
    const viewer = { kind: 'user', id, tenant: 'acme', scopes: ['a:read'] } as const;
    for (let again = 0; again < 2; again++)
      assert.deepEqual(await door.verify({ audience: 'review', body, signature: session.authenticate({ body, viewer }) }), viewer);
  }
});

test('without a door that is known a request has to be signed', async () => {
  const session = await openSession([]);
  assert.equal(session.authenticate(request), undefined);
  for (const nonsense of [undefined, '', 'abc', 'A'.repeat(43), '?'.repeat(43)]) session.learn(nonsense);
  assert.equal(session.authenticate(request), undefined);
});

test('a door that was not there when the session was opened asks for a signature', async () => {
  const [door, restarted] = await Promise.all([openDoor(), openDoor()]);
  const session = await openSession([door]);
  const verify = () => restarted.verify({ audience: 'review', body, signature: session.authenticate(request) });
  await assert.rejects(verify(), UnknownSession);
  session.learn(restarted.door);
  assert.deepEqual(await verify(), anonymous);
});

test('what is not as the gateway sent it is refused', async () => {
  const door = await openDoor();
  const session = await openSession([door]);
  const refuse = (signature: string, why: RegExp, { audience = 'review', sent = body } = {}) =>
    assert.rejects(door.verify({ audience, body: sent, signature }), why);
  const fresh = () => session.authenticate(request)!;
  await refuse(fresh(), /body/, { sent: body.replace('hello', 'helln') });
  await refuse(fresh(), /another service|aud/, { audience: 'auth' });
  await refuse((await openSession([door], { audience: 'auth' })).authenticate(request)!, /aud/);
  await refuse((await openSession([door], { key: foreignKey })).authenticate(request)!, /signature/);
  const [token, claims, code] = fresh().split('~') as [string, string, string];
  const raised = Buffer.from(claims, 'base64url').toString().replace('anonymous', 'user');
  await refuse([token, Buffer.from(raised).toString('base64url'), code].join('~'), /not authenticated/);
  await refuse([token, claims, code.slice(0, -1)].join('~'), /not authenticated/);
  await refuse([token, claims, `${code.slice(0, 11)}${'A'.repeat(43)}`].join('~'), /not authenticated/);
  await refuse([token, claims].join('~'), /another door/);
  const other = await openSession([door]);
  await refuse([other.authenticate(request)!.split('~')[0], claims, code].join('~'), /not authenticated/);
});

test('a request of a session is good for fifteen seconds, a session for ten minutes', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const door = await openDoor();
  const session = await openSession([door]);
  const signature = session.authenticate(request);
  await door.verify({ audience: 'review', body, signature: session.authenticate(request) });
  t.mock.timers.tick(16_000);
  await assert.rejects(door.verify({ audience: 'review', body, signature }), /expired/);
  t.mock.timers.tick(300_000);
  assert.equal(session.authenticate(request), undefined, 'the gateway opens another');
  session.learn(door.door);
  const [, claims, code] = session.authenticate(request)!.split('~');
  t.mock.timers.tick(300_000);
  await assert.rejects(door.verify({ audience: 'review', body, signature: [signature!.split('~')[0], claims, code].join('~') }), /over/);
});

test('at most eight doors are kept', async () => {
  const session = await openSession(await Promise.all(Array.from({ length: 10 }, openDoor)));
  assert.equal(session.authenticate(request)!.split('~').length, 2 + 8);
});

test('the code is HMAC-SHA256', () => {
  for (const [length, text] of [
    [32, ''],
    [32, 'a'],
    [64, 'b'.repeat(64)],
    [100, 'c'.repeat(10_000)],
    [1, 'd'.repeat(1_999)],
    [65, 'e'.repeat(3)],
  ] as const) {
    const key = randomBytes(length);
    const mac = createMac(key);
    for (let again = 0; again < 2; again++) assert.equal(mac(text), createHmac('sha256', key).update(text).digest('base64url'));
  }
});
