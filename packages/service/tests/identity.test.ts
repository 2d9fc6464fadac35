import { anonymous, createRequestSigner, createRequestVerifier, createSubgraph, type JWK, openCache, openHttpDoor } from '@customerai/service';
import { viewer } from '@customerai/testkit';
import { exportJWK, generateKeyPair } from 'jose';
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pino } from 'pino';

const log = pino({ level: 'silent' });
const body = JSON.stringify({ query: '{ _service { sdl } }' });
let privateKey: JWK, publicKey: JWK, foreignKey: JWK;

async function newKey(kid: string): Promise<[JWK, JWK]> {
  const pair = await generateKeyPair('EdDSA', { extractable: true });
  return [
    { ...(await exportJWK(pair.privateKey)), kid },
    { ...(await exportJWK(pair.publicKey)), kid },
  ];
}

before(async () => {
  [privateKey, publicKey] = await newKey('k1');
  [foreignKey] = await newKey('k1');
});

async function openDoor() {
  const cache = await openCache('memory:', assert.fail);
  const verifier = await createRequestVerifier([publicKey], cache);
  const subgraph = await createSubgraph({
    name: 'review',
    typeDefs: 'type Query { hello: String }',
    resolvers: {},
    createContext: (caller) => caller,
    log,
  });
  const door = await openHttpDoor({ subgraph, verifier, host: '127.0.0.1', port: 0, log });
  const post = (signature: string | undefined, sent = body) =>
    fetch(door.url, {
      method: 'POST',
      body: sent,
      headers: { 'content-type': 'application/json', ...(signature && { 'customerai-identity': signature }) },
    });
  return { post, [Symbol.asyncDispose]: () => door[Symbol.asyncDispose]() };
}

test('a signed request is answered once', async () => {
  await using door = await openDoor();
  const signer = await createRequestSigner(privateKey);
  const signature = await signer.sign({ audience: 'review', body, viewer: viewer('t', []) });
  const first = await door.post(signature);
  assert.equal(first.status, 200);
  assert.match(((await first.json()) as any).data._service.sdl, /hello/);
  assert.equal((await door.post(signature)).status, 401, 'a replay');
});

const refused: [what: string, request: () => Promise<[signature: string | undefined, sent?: string]>][] = [
  ['unsigned', async () => [undefined]],
  ['nonsense', async () => ['abc.def.ghi']],
  ['for another service', async () => [await (await createRequestSigner(privateKey)).sign({ audience: 'auth', body, viewer: anonymous })]],
  [
    'with one byte changed',
    async () => [await (await createRequestSigner(privateKey)).sign({ audience: 'review', body, viewer: anonymous }), body.replace('sdl', 'sdL')],
  ],
  [
    "with a stranger's key of the same id",
    async () => [await (await createRequestSigner(foreignKey)).sign({ audience: 'review', body, viewer: anonymous })],
  ],
];
for (const [what, request] of refused) {
  test(`a request ${what} gets 401, and nothing of the schema`, async () => {
    await using door = await openDoor();
    const response = await door.post(...(await request()));
    assert.equal(response.status, 401);
    assert.doesNotMatch(await response.text(), /hello/);
  });
}

test('a request older than fifteen seconds is refused', async (t) => {
  const signer = await createRequestSigner(privateKey);
  const signature = await signer.sign({ audience: 'review', body, viewer: anonymous });
  const verifier = await createRequestVerifier([publicKey], await openCache('memory:', assert.fail));
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 16_000 });
  await assert.rejects(verifier.verify({ audience: 'review', body, signature }), /exp/);
});
