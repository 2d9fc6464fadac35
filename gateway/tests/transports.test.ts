import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { newTenant } from '@customerai/testkit';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { WebSocket } from 'ws';
import { createPublisher, type EventWorld, startEventWorld } from './events-fixture.ts';

const UPDATES =
  'subscription($filter: ReviewFilter) { reviewQueueUpdated(filter: $filter) { change item { id interaction { customer { name } } } } }';
const ANALYSES = 'subscription { sentimentAnalyzed { id note } }';
const scopes = ['sentiment:read', 'responses:read', 'reviews:read'];
const variables = { filter: { priority: ['HIGH'] } };

type Stream = { next(): Promise<any>; close(): void };

/** A queue between a client's callbacks and a test. */
function collect(start: (sink: { next(value: any): void; error(error: unknown): void; complete(): void }) => () => void): Stream {
  const waiting: any[] = [];
  let arrived = Promise.withResolvers<void>();
  const put = (value: unknown) => {
    waiting.push(value);
    arrived.resolve();
  };
  const close = start({ next: put, error: (error) => put({ failed: error }), complete: () => put({ over: true }) });
  return {
    close,
    next: async () => {
      while (waiting.length === 0) {
        arrived = Promise.withResolvers();
        await arrived.promise;
      }
      return waiting.shift();
    },
  };
}

/** Every way in, by the client that people use for it. */
const transports: Record<string, (world: EventWorld, token: string, query: string) => Stream> = {
  'graphql-ws': (world, token, query) => {
    const client = createSocketClient({
      url: `${world.gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    return collect((sink) => client.subscribe({ query, variables }, sink));
  },
  'graphql-sse, a connection each': (world, token, query) => {
    const client = createSseClient({ url: `${world.gateway.url}/graphql`, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
    return collect((sink) => client.subscribe({ query, variables }, sink));
  },
  'graphql-sse, one connection': (world, token, query) => {
    const url = `${world.gateway.url}/graphql/stream`;
    const client = createSseClient({ url, singleConnection: true, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 });
    return collect((sink) => client.subscribe({ query, variables }, sink));
  },
  'Apollo Client, multipart': (world, token, query) => {
    const link = new HttpLink({ uri: `${world.gateway.url}/graphql`, headers: { authorization: `Bearer ${token}` } });
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    return collect((sink) => {
      const subscription = client.subscribe({ query: gql(query), variables, errorPolicy: 'all' }).subscribe(sink);
      return () => subscription.unsubscribe();
    });
  },
  'Apollo Client, WebSocket': (world, token, query) => {
    const socket = createSocketClient({
      url: `${world.gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    const client = new ApolloClient({ link: new GraphQLWsLink(socket), cache: new InMemoryCache() });
    return collect((sink) => {
      const subscription = client.subscribe({ query: gql(query), variables, errorPolicy: 'all' }).subscribe(sink);
      return () => {
        subscription.unsubscribe();
        void socket.dispose();
      };
    });
  },
};

describe('transports', () => {
  let world: EventWorld;
  let publish: ReturnType<typeof createPublisher>;
  before(async () => {
    world = await startEventWorld();
    publish = createPublisher(world.parts);
  });
  after(() => world[Symbol.asyncDispose]());

  /** Publishes something harmless until the stream is known to be in place, and forgets what that brought. */
  const settle = async (streams: Stream[], tenant: string) => {
    const ready = new Set<Stream>();
    const pending = streams.map(async (stream) => {
      const message = await stream.next();
      if (message.failed || message.over) throw message.failed ?? new Error('over');
      ready.add(stream);
    });
    while (ready.size < streams.length) {
      await publish.review(tenant, 'probe');
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (ready.size === streams.length) break;
    }
    await Promise.all(pending);
    const after = async (stream: Stream) => {
      for (;;) {
        const message = await stream.next();
        if (message.data?.reviewQueueUpdated?.item.id !== 'probe') return message;
      }
    };
    return streams.map((stream) => ({ ...stream, next: () => after(stream) }));
  };

  test('all transports bring the same messages in the same order', async () => {
    const tenant = newTenant();
    const token = await world.token({ tenant, scopes });
    const opened = Object.values(transports).map((open) => open(world, token, UPDATES));
    const streams = await settle(opened, tenant);
    for (const id of ['q1', 'q2', 'gone-3', 'q4']) await publish.review(tenant, id);
    const seen = [];
    for (const stream of streams) {
      const messages = [];
      for (let n = 0; n < 4; n++) messages.push(await stream.next());
      seen.push(messages);
      stream.close();
    }
    const dataOf = (messages: any[]) => messages.map(({ data }) => data?.reviewQueueUpdated?.item.id ?? null);
    for (const [index, messages] of seen.entries()) assert.deepEqual(dataOf(messages), ['q1', 'q2', null, 'q4'], Object.keys(transports)[index]!);
    // What is not of a client's own making is the same to the byte.
    const payloads = seen
      .slice(0, 3)
      .map((messages) => messages.filter((_: any, n: number) => n !== 2).map(({ data, extensions }: any) => ({ data, extensions })));
    assert.deepEqual(payloads[1], payloads[0]);
    assert.deepEqual(payloads[2], payloads[0]);
    assert.equal(seen[0]![2].errors[0].extensions.code, 'NOT_FOUND');
    assert.equal(seen[1]![2].errors[0].extensions.code, 'NOT_FOUND');
  });

  test('who may not subscribe is told so, over each', async () => {
    const token = await world.token({ scopes: [] });
    for (const [name, open] of Object.entries(transports)) {
      const message = await open(world, token, ANALYSES).next();
      assert.ok(message.failed ?? message.error ?? message.errors, `${name}: ${JSON.stringify(message)}`);
    }
  });

  const sse = (body: object, token: string, headers: Record<string, string> = {}) =>
    fetch(`${world.gateway.url}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body: JSON.stringify(body),
    });
  /** Reads until the text holds what is looked for. */
  async function readUntil(response: Response, wanted: RegExp): Promise<string> {
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!wanted.test(text)) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    await reader.cancel();
    return text;
  }

  test('server-sent events carry the cursor as their id, and Last-Event-ID brings what was missed', async () => {
    const tenant = newTenant();
    const token = await world.token({ tenant, scopes });
    const first = await sse({ query: ANALYSES }, token);
    assert.deepEqual([first.status, first.headers.get('content-type')], [200, 'text/event-stream; charset=utf-8']);
    await publish.analysis(tenant, 'a1');
    const text = await readUntil(first, /"a1".*\n\n/);
    const [begun, id] = [...text.matchAll(/^id: ([\w-]{36})$/gm)].map(([, cursor]) => cursor!);
    assert.ok(begun && id && begun !== id);
    await publish.analysis(tenant, 'a2');
    const second = await readUntil(await sse({ query: ANALYSES }, token, { 'last-event-id': id }), /"a2".*\n\n/);
    assert.doesNotMatch(second, /"a1"/);
    const third = await readUntil(await sse({ query: ANALYSES }, token, { 'last-event-id': begun }), /"a2".*\n\n/);
    assert.match(third, /"a1"[\s\S]*"a2"/);
    const forged = await sse({ query: ANALYSES }, token, { 'last-event-id': 'made-up' });
    assert.deepEqual([forged.status, ((await forged.json()) as any).errors[0].extensions.code], [400, 'BAD_USER_INPUT']);
  });

  test('over GET too, where only reading is allowed', async () => {
    const token = await world.token({ scopes });
    const get = (query: string) =>
      fetch(`${world.gateway.url}/graphql?query=${encodeURIComponent(query)}`, {
        headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
      });
    assert.match(await (await get('{ hello }')).text(), /event: next\ndata: \{"data":\{"hello":"Hello world"\}\}\n\nevent: complete\ndata:\n\n$/);
    assert.equal((await get('mutation { rename(id: "ada", name: "x") { name } }')).status, 400);
    assert.equal((await get('')).status, 400);
  });

  test('a request that is no request is told so', async () => {
    const token = await world.token({ scopes });
    for (const [body, code] of [
      [{}, 'BAD_REQUEST'],
      [{ query: 7 }, 'BAD_REQUEST'],
      [{ query: ANALYSES, variables: [] }, 'BAD_REQUEST'],
      [{ query: ANALYSES, extensions: 'x' }, 'BAD_REQUEST'],
      [{ query: 'subscription {' }, 'GRAPHQL_PARSE_FAILED'],
      [{ query: 'subscription { sentimentAnalyzed { id } responseGenerated { id } }' }, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: ANALYSES, operationName: 'other' }, 'OPERATION_RESOLUTION_FAILURE'],
    ] as const) {
      const response = await sse(body, token);
      assert.deepEqual([response.status, ((await response.json()) as any).errors[0].extensions.code], [400, code]);
    }
    const plain = await world.post(ANALYSES, { token });
    assert.match(plain.errors[0].message, /text\/event-stream/);
  });

  test('a stream whose token ends is cut off, and one too many is refused', async () => {
    await using small = await startEventWorld({ env: { MAX_SOCKETS_PER_USER: '1' } });
    const token = await small.token({ scopes, lasts: 60 });
    const open = () =>
      fetch(`${small.gateway.url}/graphql`, {
        method: 'POST',
        headers: { accept: 'text/event-stream', 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: ANALYSES }),
      });
    const first = await open();
    assert.equal((await open()).status, 429);
    small.parts.clock.advance(60_000);
    await assert.rejects(first.text());
  });

  test('the single connection keeps to its owner and its rules', async () => {
    const token = await world.token({ scopes });
    const url = `${world.gateway.url}/graphql/stream`;
    const ask = (method: string, headers: Record<string, string>, body?: object, search = '') =>
      fetch(`${url}${search}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    const reserved = await ask('PUT', {});
    assert.equal(reserved.status, 201);
    const own = { 'x-graphql-event-stream-token': await reserved.text() };
    const operation = (id?: string) => ({ query: ANALYSES, extensions: { operationId: id } });
    assert.equal((await ask('POST', own, operation('1'))).status, 409, 'not open yet');
    const stream = await ask('GET', own);
    assert.equal(stream.status, 200);
    assert.equal((await ask('GET', own)).status, 409);
    assert.equal((await ask('POST', own, operation('1'))).status, 202);
    assert.equal((await ask('POST', own, operation('1'))).status, 409);
    assert.equal((await ask('POST', own, operation())).status, 400);
    assert.equal((await ask('POST', { 'x-graphql-event-stream-token': 'x' }, operation('2'))).status, 404);
    const eve = { ...own, authorization: `Bearer ${await world.token({ scopes, id: 'eve' })}` };
    assert.equal((await ask('POST', eve, operation('2'))).status, 404);
    assert.equal((await ask('DELETE', own, undefined, '?operationId=1')).status, 200);
    assert.match(await readUntil(stream, /complete/), /event: complete\ndata: \{"id":"1"\}/);
  });
});
