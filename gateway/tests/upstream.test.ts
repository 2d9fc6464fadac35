import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginSubscriptionCallback } from '@apollo/server/plugin/subscriptionCallback';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { Subgraph } from '@customerai/service';
import { createHandler } from 'graphql-sse/lib/use/http';
import assert from 'node:assert/strict';
import { EventEmitter, on, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { createKey, startWorld, type World } from './fixture.ts';
import { greet } from './events-fixture.ts';

// A subgraph of somebody else's, with subscriptions of its own: over server-sent events by graphql-sse, by HTTP callback by Apollo Server's plugin.

const typeDefs = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { stockCount: Int }
  type Subscription { stockChanged(owner: ID!): Stock! denied: Int }
  type Stock @key(fields: "owner") { owner: ID! amount: Int! trend: String! holder: Person }
  type Person @key(fields: "id", resolvable: false) { id: ID! }`;

function createStock() {
  const changes = new EventEmitter().setMaxListeners(0);
  const started = new Map<string, number>();
  let listening = Promise.withResolvers<void>();
  async function* listen(owner: string) {
    started.set(owner, (started.get(owner) ?? 0) + 1);
    listening.resolve();
    for await (const [amount] of on(changes, owner, { close: [`${owner} over`] })) yield { stockChanged: { owner, amount: amount as number } };
  }
  return {
    started,
    /** Resolves when the service has begun to listen anew. */
    begun: async (act: () => unknown) => {
      listening = Promise.withResolvers();
      await act();
      await listening.promise;
    },
    change: (owner: string, amount: number) => changes.emit(owner, amount),
    finish: (owner: string) => changes.emit(`${owner} over`),
    resolvers: {
      Subscription: {
        stockChanged: { subscribe: (_: unknown, { owner }: { owner: string }) => listen(owner) },
        denied: {
          subscribe: () => {
            throw new Error('Not for you.');
          },
        },
      },
      Stock: {
        __resolveReference: ({ owner }: { owner: string }) => ({ owner, amount: 0 }),
        holder: ({ owner }: { owner: string }) => ({ id: owner }),
        trend: ({ amount }: { amount: number }) => (amount > 5 ? 'UP' : 'DOWN'),
      },
    },
  };
}

interface Server extends AsyncDisposable {
  url: string;
  /** Breaks every connection. */
  cut(): void;
  /** Resolves when a stream that is open now has been given up. */
  gone(): Promise<void>;
}

async function serveSse(subgraph: Subgraph): Promise<Server> {
  const caller = { viewer: { kind: 'anonymous' as const }, traceId: '0'.repeat(32) };
  let gone = Promise.withResolvers<void>();
  const stream = createHandler({ schema: subgraph.schema, context: () => caller as never });
  const server = createServer(async (request, response) => {
    if (request.headers.accept === 'text/event-stream') {
      response.once('close', () => gone.resolve());
      return stream(request, response);
    }
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await subgraph.execute(body, caller)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    cut: () => server.closeAllConnections(),
    gone: () => (gone = Promise.withResolvers()).promise,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function serveCallback(subgraph: Subgraph): Promise<Server> {
  const server = new ApolloServer({
    schema: subgraph.schema,
    plugins: [ApolloServerPluginSubscriptionCallback(), ApolloServerPluginInlineTraceDisabled()],
  });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async () => ({ viewer: { kind: 'anonymous' }, traceId: '0'.repeat(32) }),
  });
  return { url, cut: () => {}, gone: async () => {}, [Symbol.asyncDispose]: () => server.stop() };
}

const QUERY = 'subscription($owner: ID!) { stockChanged(owner: $owner) { amount trend holder { name } } }';

for (const [protocol, serve] of [
  ['sse', serveSse],
  ['callback', serveCallback],
] as const) {
  describe(`a stranger's subscriptions by ${protocol}`, () => {
    const stock = createStock();
    const stack = new AsyncDisposableStack();
    let world: World;
    let stranger: Server;
    before(async () => {
      const { private: key } = await createKey();
      world = await startWorld({
        extra: [{ name: 'stock', typeDefs, resolvers: stock.resolvers }],
        wrap: async (subgraph) => (subgraph.name === 'stock' ? (stranger = stack.use(await serve(subgraph))) : subgraph),
        env: { GATEWAY_PRIVATE_KEY: JSON.stringify(key), SUBGRAPH_STREAMS: `stock=${protocol}` },
      });
    });
    after(async () => {
      await world[Symbol.asyncDispose]();
      await stack.disposeAsync();
    });
    const subscribe = async (owner: string, query = QUERY) => {
      const raw = await greet(world, await world.token({ id: owner }));
      raw.send({ id: '1', type: 'subscribe', payload: { query, variables: { owner }, extensions: { cursor: null } } });
      return raw;
    };

    test('bring the fields of every service in one message; equal ones are asked for once, and given up with the last subscriber', async () => {
      const first = await subscribe('ada');
      assert.deepEqual((await first.receive()).payload, { data: null, extensions: { ready: true } });
      const second = await subscribe('ada');
      assert.equal((await second.receive()).payload.extensions.ready, true);
      stock.change('ada', 3);
      stock.change('bob', 4);
      stock.change('ada', 7);
      for (const raw of [first, second]) {
        assert.deepEqual((await raw.receive()).payload, { data: { stockChanged: { amount: 3, trend: 'DOWN', holder: { name: 'Ada' } } } });
        assert.deepEqual((await raw.receive()).payload, { data: { stockChanged: { amount: 7, trend: 'UP', holder: { name: 'Ada' } } } });
      }
      assert.equal(stock.started.get('ada'), 1);
      first.socket.terminate();
      await first.closed;
      stock.change('ada', 8);
      assert.equal((await second.receive()).payload.data.stockChanged.amount, 8);
      const gone = stranger.gone(); // by callback the service learns of it with its next sign of life
      second.socket.terminate();
      await gone;
    });

    test('end when the service has no more, and with its errors', async () => {
      const raw = await subscribe('bob');
      await raw.receive();
      stock.change('bob', 1);
      stock.finish('bob');
      assert.equal((await raw.receive()).type, 'next');
      assert.deepEqual(await raw.receive(), { id: '1', type: 'complete' });
      raw.socket.terminate();
      const denied = await subscribe('bob', 'subscription { denied }');
      const [, told] = [await denied.receive(), await denied.receive()]; // the service takes the question first, and refuses then
      assert.ok(told.type === 'error' || told.payload.errors, JSON.stringify(told));
      denied.socket.terminate();
    });

    if (protocol === 'sse')
      test('are asked for again when the connection breaks, and the client is told that something may be missing', async () => {
        const raw = await subscribe('eve');
        await raw.receive();
        await stock.begun(() => stranger.cut());
        assert.equal((await raw.receive()).payload.extensions.resync, true);
        stock.change('eve', 9);
        assert.equal((await raw.receive()).payload.data.stockChanged.amount, 9);
        raw.socket.terminate();
      });

    if (protocol === 'callback')
      test('nobody else can post to them', async () => {
        const url = `${world.gateway.url}/subscription-callback/0199a000-0000-7000-8000-000000000000`;
        const body = {
          kind: 'subscription',
          action: 'next',
          id: '0199a000-0000-7000-8000-000000000000',
          verifier: 'guessed',
          payload: { data: null },
        };
        const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
        assert.equal(answer.status, 404);
      });
  });
}

test('a service that does not answer refuses the subscription, and a stream of a service that has none is a fault of configuration', async () => {
  const { private: key } = await createKey();
  const extra = [{ name: 'stock', typeDefs, resolvers: createStock().resolvers }];
  const env = { GATEWAY_PRIVATE_KEY: JSON.stringify(key) };
  const wrap = (subgraph: Subgraph) => (subgraph.name === 'stock' ? { url: 'http://127.0.0.1:1/graphql' } : subgraph);
  await using world = await startWorld({ extra, wrap, env: { ...env, SUBGRAPH_STREAMS: 'stock=sse' } });
  const raw = await greet(world, await world.token());
  raw.send({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { owner: 'ada' } } });
  assert.equal((await raw.receive()).payload[0].extensions.code, 'SERVICE_UNAVAILABLE');
  raw.socket.terminate();
  await assert.rejects(startWorld({ extra, wrap, env: { ...env, SUBGRAPH_STREAMS: 'people=sse' } }), /SUBGRAPH_STREAMS names "people"/);
  await assert.rejects(startWorld({ extra, wrap, env: { ...env, SUBGRAPH_STREAMS: 'stock=pigeon' } }), /name=sse or name=callback/);
});
