import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import type { Subgraph } from '@customerai/service';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request, type ServerResponse } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { startWorld, type World } from './fixture.ts';

const QUERY = '{ me { id name ... @defer(label: "more") { orders { id total } credit } } }';
const PARTS = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json, application/json;q=0.9';
const WHOLE = { me: { id: 'ada', name: 'ada of acme', orders: [{ id: 'order-of-ada', total: 7 }], credit: 5 } };

describe('@defer over HTTP', () => {
  let world: World;
  let token: string;
  /** What a service waits for before it answers. */
  let gate: (service: string) => Promise<unknown> | undefined = () => undefined;
  let asked: string[] = [];
  before(async () => {
    const wrap = (subgraph: Subgraph): Subgraph => ({
      ...subgraph,
      execute: async (...args: Parameters<Subgraph['execute']>) => {
        asked.push(subgraph.name);
        await gate(subgraph.name);
        return subgraph.execute(...args);
      },
    });
    world = await startWorld({ wrap });
    token = await world.token({ scopes: ['people:read', 'people:write'] });
  });
  after(() => world[Symbol.asyncDispose]());

  const ask = (query: string, headers: Record<string, string> = {}, rest: object = {}) =>
    fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: PARTS, authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify({ query, ...rest }),
    });
  const partsOf = (text: string): any[] =>
    text
      .split('\r\n--graphql')
      .map((part) => part.split('\r\n\r\n')[1])
      .filter((body) => body !== undefined)
      .map((body) => JSON.parse(body));

  for (const [format, Handler] of Object.entries({ '2022-08-24': Defer20220824Handler, 'v0.2': GraphQL17Alpha9Handler }))
    test(`Apollo Client shows what is there before the rest has come, by the format ${format}`, async () => {
      const slow = Promise.withResolvers<void>();
      gate = (service) => (service === 'orders' ? slow.promise : undefined);
      const link = new HttpLink({ uri: `${world.gateway.url}/graphql`, headers: { authorization: `Bearer ${token}` } });
      const client = new ApolloClient({ link, cache: new InMemoryCache(), incrementalHandler: new Handler() });
      const seen: any[] = [];
      const done = Promise.withResolvers<void>();
      client.watchQuery({ query: gql(QUERY), errorPolicy: 'all' }).subscribe(({ data, dataState, error }) => {
        if (!data) return;
        seen.push([dataState, JSON.parse(JSON.stringify(data, (key, value) => (key === '__typename' ? undefined : value))), error]);
        if (dataState === 'streaming') slow.resolve();
        else done.resolve();
      });
      await done.promise;
      client.stop();
      assert.deepEqual(seen, [
        ['streaming', { me: { id: 'ada', name: 'ada of acme' } }, undefined],
        ['complete', WHOLE, undefined],
      ]);
    });

  test('the parts are what the specification of 2022-08-24 says, to the byte', async () => {
    const response = await ask(QUERY);
    assert.deepEqual(
      [response.status, response.headers.get('content-type'), response.headers.get('cache-control')],
      [200, 'multipart/mixed; boundary="graphql"; deferSpec=20220824', 'no-store'],
    );
    assert.match(response.headers.get('x-trace-id')!, /^[0-9a-f]{32}$/);
    const head = 'content-type: application/json';
    const first = '{"data":{"me":{"id":"ada","name":"ada of acme"}},"hasNext":true}';
    const second = '{"incremental":[{"label":"more","path":["me"],"data":{"orders":[{"id":"order-of-ada","total":7}],"credit":5}}],"hasNext":false}';
    assert.equal(await response.text(), ['', '--graphql', head, '', first, '--graphql', head, '', second, '--graphql--', ''].join('\r\n'));
  });

  test('whoever does not ask for parts gets the whole answer in one piece', async () => {
    for (const accept of [
      'application/json',
      '*/*',
      'multipart/mixed',
      'multipart/mixed;deferSpec=20991231',
      'multipart/mixed;subscriptionSpec="1.0"',
    ]) {
      const response = await ask(QUERY, { accept });
      if (response.status === 200) assert.deepEqual(await response.json(), { data: WHOLE }, accept);
      else assert.equal(response.status, 406, accept);
    }
    const plain = await ask('{ me { id } }');
    assert.match(plain.headers.get('content-type')!, /^application\/(graphql-response\+)?json/);
  });

  test('an error goes with its part, with code and trace id and nothing of the inside', async () => {
    const [first, second] = partsOf(await (await ask('{ person(id: "bob") { name ... @defer { credit } } }')).text());
    assert.deepEqual(first, { data: { person: { name: 'Bob' } }, hasNext: true });
    const [{ path, data, errors }] = second.incremental;
    assert.deepEqual([path, data, errors.length], [['person'], null, 1]);
    assert.deepEqual([errors[0].path, errors[0].extensions.code], [['person', 'credit'], 'NOT_FOUND']);
    assert.match(errors[0].extensions.traceId, /^[0-9a-f]{32}$/);
    const [, masked] = partsOf(await (await ask('{ hello ... @defer { crashes } }')).text());
    assert.deepEqual([masked.incremental[0].data, masked.incremental[0].errors[0].extensions.code], [{ crashes: null }, 'INTERNAL_SERVER_ERROR']);
    assert.doesNotMatch(JSON.stringify(masked), /hunter2|people/);
  });

  test('what is refused is refused as ever, in one piece', async () => {
    for (const [query, code, status] of [
      ['{ me { ... @defer { salary } } }', 'FORBIDDEN', 200],
      ['{ me { ... @defer { nothing } } }', 'GRAPHQL_VALIDATION_FAILED', 400],
      ['{ me { ... @defer(label: "a") { id } ... @defer(label: "a") { name } } }', 'GRAPHQL_VALIDATION_FAILED', 400],
      ['mutation { ... @defer { rename(id: "ada", name: "x") { name } } }', 'GRAPHQL_VALIDATION_FAILED', 400],
      ['{ me { ... @defer {', 'GRAPHQL_PARSE_FAILED', 400],
    ] as const) {
      const response = await ask(query);
      const { errors } = (await response.json()) as any;
      assert.deepEqual([response.status, errors[0].extensions.code], [status, code], query);
    }
    const variables = await ask('query($year: Int!) { hello ... @defer { bornBefore(year: $year) } }', {}, { variables: { year: 'old' } });
    assert.deepEqual([variables.status, ((await variables.json()) as any).errors[0].extensions.code], [400, 'BAD_USER_INPUT']);
  });

  test('the later format announces its parts, and says of each when it is complete', async () => {
    const accept = 'multipart/mixed;incrementalSpec=v0.2';
    const response = await ask('{ people: named { ... on Person { name ... @defer(label: "deep") { credit } } } }', { accept });
    assert.equal(response.headers.get('content-type'), 'multipart/mixed; boundary="graphql"; incrementalSpec=v0.2');
    const [first, second, ...others] = partsOf(await response.text());
    assert.deepEqual(first, {
      data: { people: [{ name: 'Ada' }, { name: 'Bob' }] },
      pending: [
        { id: '0', label: 'deep', path: ['people', 0] },
        { id: '1', label: 'deep', path: ['people', 1] },
      ],
      hasNext: true,
    });
    const [{ errors }] = second.completed.splice(1);
    assert.deepEqual(second, { incremental: [{ id: '0', data: { credit: 5 } }], completed: [{ id: '0' }], hasNext: false });
    assert.deepEqual([errors[0].path, errors[0].extensions.code, others], [['people', 1, 'credit'], 'NOT_FOUND', []]);
    const nested = await ask('{ me { ... @defer { name ... @defer { credit } } } }', { accept });
    assert.deepEqual(partsOf(await nested.text()), [
      { data: { me: {} }, pending: [{ id: '0', path: ['me'] }], hasNext: true },
      { pending: [{ id: '1', path: ['me'] }], incremental: [{ id: '0', data: { name: 'Ada' } }], completed: [{ id: '0' }], hasNext: true },
      { incremental: [{ id: '1', data: { credit: 5 } }], completed: [{ id: '1' }], hasNext: false },
    ]);
  });

  test('a mutation may defer below its root', async () => {
    const parts = partsOf(await (await ask('mutation { rename(id: "ada", name: "Ida") { name ... @defer { credit } } }')).text());
    assert.deepEqual(parts, [
      { data: { rename: { name: 'Ida' } }, hasNext: true },
      { incremental: [{ path: ['rename'], data: { credit: 5 } }], hasNext: false },
    ]);
  });

  test('when the client goes, nothing more is asked for it', async () => {
    const slow = Promise.withResolvers<void>();
    asked = [];
    gate = () => (asked.length === 2 ? slow.promise : undefined); // the part's first fetch, of friends; their orders come after it
    const body = JSON.stringify({ query: '{ me { id ... @defer { friends { name orders { id } } } } }' });
    const headers = {
      'content-type': 'application/json',
      accept: PARTS,
      authorization: `Bearer ${token}`,
      'content-length': Buffer.byteLength(body),
    };
    const serving = Promise.withResolvers<ServerResponse>();
    const onRequest = (message: unknown) => serving.resolve((message as { response: ServerResponse }).response);
    subscribe('http.server.request.start', onRequest);
    const sent = request(`${world.gateway.url}/graphql`, { method: 'POST', headers });
    sent.end(body);
    const [response] = await once(sent, 'response');
    await once(response, 'data');
    const served = await serving.promise;
    unsubscribe('http.server.request.start', onRequest);
    response.destroy();
    await once(served, 'close');
    slow.resolve();
    assert.equal((await ask('{ hello }')).status, 200);
    assert.deepEqual(asked, ['people', 'people', 'people'], 'the orders of friends were asked for');
  });
});
