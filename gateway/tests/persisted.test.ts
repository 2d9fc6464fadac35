// Operations by their ids, and gateways that run no others, over every way in.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type EventWorld, startEventWorld } from './events-fixture.ts';

const idOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const HELLO = 'query Hello($name: String) { hello(name: $name) }';
const UPDATES = 'subscription Updates { reviewQueueUpdated { item { id } } }';
const FOREIGN = '{ hello }';
const variables = { name: 'Ada' };
const greeting = { data: { hello: 'Hello Ada' } };
const STREAM = { accept: 'text/event-stream' };
const PARTS = { accept: 'multipart/mixed;subscriptionSpec="1.0", application/json' };

const folder = mkdtempSync(join(tmpdir(), 'persisted-'));
after(() => rmSync(folder, { recursive: true }));
function manifest(name: string, content: object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}
const ours = manifest('ours.json', { [idOf(HELLO)]: HELLO });
const apollos = manifest('apollos.json', { format: 'apollo-persisted-query-manifest', operations: [{ id: idOf(UPDATES).slice(7), body: UPDATES }] });
const PERSISTED_DOCUMENTS = `${ours},${apollos}`;

for (const only of ['false', 'true']) {
  describe(only === 'true' ? 'a gateway that runs persisted operations only' : 'persisted operations', () => {
    let world: EventWorld;
    let token: string;
    before(async () => {
      world = await startEventWorld({ env: { PERSISTED_DOCUMENTS, PERSISTED_ONLY: only } });
      token = await world.token({ scopes: ['reviews:read'] });
    });
    after(() => world[Symbol.asyncDispose]());

    async function post(body: object, headers: Record<string, string> = {}, path = '/graphql') {
      const response = await fetch(`${world.gateway.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    }
    async function get(parameters: Record<string, string>) {
      const response = await fetch(`${world.gateway.url}/graphql?${new URLSearchParams(parameters)}`, {
        headers: { 'apollo-require-preflight': 'true' },
      });
      return { status: response.status, text: await response.text() };
    }
    /** The first answer to an operation over a socket, or the errors that refuse it. */
    function socket(payload: object): Promise<any> {
      const client = world.connect({ token });
      return new Promise((resolve) => {
        const end = client.subscribe(
          { query: '', ...payload },
          {
            next: (answer) => (resolve(answer), end()),
            error: (errors) => resolve({ errors }),
            complete: () => {},
          },
        );
      }).finally(() => client.dispose());
    }
    const codeOf = ({ text }: { text: string }) => /"code":"(\w+)"/.exec(text)?.[1];

    test('an id is as good as the text: in a body, in an address, on a socket, in a stream, as Apollo names it', async () => {
      const byId = { documentId: idOf(HELLO), variables };
      for (let time = 0; time < 3; time++) assert.deepEqual(JSON.parse((await post(byId)).text), greeting);
      assert.deepEqual(JSON.parse((await get({ documentId: idOf(HELLO), variables: JSON.stringify(variables) })).text), greeting);
      assert.deepEqual(await socket(byId), greeting);
      assert.match((await post(byId, STREAM)).text, /"hello":"Hello Ada"/);
      assert.match((await post(byId, PARTS)).text, /"hello":"Hello Ada"/);
      const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(HELLO).slice(7) } };
      assert.deepEqual(JSON.parse((await post({ extensions, variables })).text), greeting);
      assert.deepEqual(JSON.parse((await post({ query: HELLO, variables })).text), greeting);
    });

    test('a subscription begins by its id, on every way that streams', async () => {
      const extensions = { cursor: null };
      const byId = { documentId: idOf(UPDATES), extensions };
      assert.equal((await socket(byId)).extensions.ready, true);
      for (const headers of [STREAM, PARTS]) {
        const stop = new AbortController();
        const response = await fetch(`${world.gateway.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
          body: JSON.stringify(byId),
          signal: stop.signal,
        });
        let text = '';
        for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
          text += chunk;
          if (text.includes('"ready":true')) break;
        }
        assert.match(text, /"ready":true/);
        stop.abort();
      }
    });

    test('an id that nobody knows, or one beside a text, is refused in words', async () => {
      const unknown = { documentId: idOf('something else') };
      for (const headers of [{}, STREAM, PARTS]) {
        const refused = await post(unknown, headers);
        assert.equal(refused.status, 400);
        assert.equal(codeOf(refused), 'PERSISTED_QUERY_NOT_IN_LIST');
      }
      assert.equal(codeOf(await get(unknown)), 'PERSISTED_QUERY_NOT_IN_LIST');
      assert.equal((await socket(unknown)).errors[0].extensions.code, 'PERSISTED_QUERY_NOT_IN_LIST');
      assert.equal(codeOf(await post({ documentId: idOf(HELLO), query: HELLO })), 'BAD_REQUEST');
      assert.equal((await post({ documentId: 7 })).status, 400);
      assert.equal((await post({ documentId: '' })).status, 400);
    });

    test(only === 'true' ? 'every other text is refused' : 'every other text is run as ever', async () => {
      const extensions = { persistedQuery: { version: 1, sha256Hash: idOf(FOREIGN).slice(7) } };
      const answers = [
        await post({ query: FOREIGN }),
        await post({ query: FOREIGN }),
        await post({ query: FOREIGN, extensions }),
        await get({ query: FOREIGN }),
        await post({ query: FOREIGN }, STREAM),
        await post({ query: FOREIGN }, PARTS),
        await post({ query: FOREIGN }, STREAM, '/graphql/stream'),
        { text: JSON.stringify(await socket({ query: FOREIGN })), status: 400 },
      ];
      const expected = only === 'true' ? /"QUERY_NOT_IN_SAFELIST"/ : /"hello":"Hello world"/;
      for (const { text, status } of answers) {
        assert.match(text, expected);
        if (only === 'true') assert.equal(status, 400);
      }
      const subscription = await socket({ query: 'subscription { reviewQueueUpdated { change } }', extensions: { cursor: null } });
      if (only === 'true') assert.equal(subscription.errors[0].extensions.code, 'QUERY_NOT_IN_SAFELIST');
      else assert.equal(subscription.extensions.ready, true);
    });
  });
}

test('a list whose id is not that of its text keeps the gateway from starting', async () => {
  const wrong = manifest('wrong.json', { [idOf(HELLO)]: FOREIGN });
  await assert.rejects(startEventWorld({ env: { PERSISTED_DOCUMENTS: wrong } }), /wrong\.json.*PERSISTED_DOCUMENTS.*is not the sha256/s);
});
