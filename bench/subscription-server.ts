// The measured process of `subscriptions.ts`: our gateway, or plain graphql-ws, as its argument says. Answers questions over the channel to its parent.
import { composeServices } from '@apollo/composition';
import { openBus } from '@customerai/events';
import { benchEvent } from './subscription-event.ts';
import { startGateway } from '@customerai/gateway';
import { authCursorKey, authKeys, createInProcessRpc, createLogger, createSubgraph, systemClock } from '@customerai/service';
import { GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const INIT_WAIT_MS = 60_000; // a thousand sockets that open at once share the cores with this process
const NOTE = 'n'.repeat(180); // a message of some 300 bytes

export interface Answers {
  start: { port: number };
  tokens: string[];
  publish: { at: number };
  /** After collecting garbage, in bytes. */
  usage: { rss: number; heap: number };
  /** Processor time used so far, in ms. */
  cpu: number;
  restart: { port: number };
}

type Served = {
  [Name in keyof Answers]: (input: any) => Promise<Answers[Name]>;
};

/** The same in every process of a run, so that tokens outlive a kill. */
async function keyPair() {
  const given = process.env['BENCH_KEY'];
  if (!given) return generateKeyPair('EdDSA', { extractable: true });
  const { d, ...open } = JSON.parse(given) as JWK;
  return { publicKey: (await importJWK(open, 'EdDSA')) as CryptoKey, privateKey: (await importJWK({ ...open, d: d! }, 'EdDSA')) as CryptoKey };
}

const usage = async () => {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
};

const cpu = async () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function serveGateway(): Promise<Served> {
  const bus = await openBus(process.env['NATS_URL'] ?? 'embedded:');
  const rpc = createInProcessRpc();
  const log = createLogger({ service: 'bench', level: 'silent' });
  const pair = await keyPair();
  const kid = 'bench';
  await rpc.serve(authKeys, async () => ({ keys: [{ ...(await exportJWK(pair.publicKey)), kid, alg: 'EdDSA' }] }));
  await rpc.serve(authCursorKey, async () => ({ key: Buffer.alloc(32, 1).toString('base64url') }));
  const typeDefs = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
    type Query { count: Int trainingJob(id: ID!): TrainingJob }
    type TrainingJob @key(fields: "id") { id: ID! status: TrainingStatus! @shareable progress: Float! @shareable epoch: Int! @shareable metrics: JSON @shareable }
    enum TrainingStatus { QUEUED RUNNING SUCCEEDED FAILED CANCELLED }
    scalar JSON
    enum ReviewStatus { OPEN CLAIMED APPROVED EDITED REJECTED ESCALATED }
    type SentimentAnalysis @key(fields: "id") { id: ID! note: String! }
    type GeneratedResponse @key(fields: "id") { id: ID! status: String }
    type ReviewItem @key(fields: "id") { id: ID! status: String }
    type FairnessAudit @key(fields: "id") { id: ID! status: String }
    type Kpis @key(fields: "id") { id: ID! interactions: Int! }
    type ReviewQueueUpdate @key(fields: "id") { id: ID! openCount: Int }`;
  const resolvers = { SentimentAnalysis: { __resolveReference: ({ id }: { id: string }) => ({ id }), note: () => NOTE } };
  const subgraph = await createSubgraph({ name: 'sentiment', typeDefs, resolvers, createContext: (caller) => caller, log });
  const events = readFileSync(new URL('../gateway/src/subscribe/events.graphql', import.meta.url), 'utf8');
  const composed = composeServices([
    { name: 'sentiment', typeDefs: parse(typeDefs), url: 'http://sentiment' },
    { name: 'events', typeDefs: parse(events), url: 'events://gateway' },
  ]);
  if (!composed.supergraphSdl) throw new Error(String(composed.errors));
  const supergraphSdl = composed.supergraphSdl;
  const begin = (port: number) =>
    startGateway(
      { PORT: String(port), DRAIN_MS: '2000', SOCKET_INIT_WAIT_MS: String(INIT_WAIT_MS) },
      { bus, rpc, clock: systemClock, log, subgraphs: { sentiment: subgraph }, supergraphSdl },
    );
  let gateway = await begin(Number(process.env['PORT'] ?? 0));
  return {
    start: async () => ({ port: gateway.port }),
    tokens: async (count: number) => {
      const now = Math.floor(Date.now() / 1000);
      const sign = (sub: string) =>
        new SignJWT({ sub, tenant: 'bench', scope: 'sentiment:read', kind: 'user', iss: 'customerai', aud: 'customerai', iat: now, exp: now + 3600 })
          .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
          .sign(pair.privateKey);
      return Promise.all(Array.from({ length: count }, (_, index) => sign(`user-${index}`)));
    },
    publish: async (analysisId: string) => {
      const published = performance.timeOrigin + performance.now();
      await bus.publish(benchEvent(analysisId));
      return { at: published };
    },
    usage,
    cpu,
    restart: async () => {
      const { port } = gateway;
      await gateway[Symbol.asyncDispose]();
      gateway = await begin(port);
      return { port };
    },
  };
}

async function servePlain(): Promise<Served> {
  const emitter = new EventEmitter().setMaxListeners(0);
  const analysis = new GraphQLObjectType({ name: 'SentimentAnalysis', fields: { id: { type: GraphQLString }, note: { type: GraphQLString } } });
  async function* listen() {
    let wake = Promise.withResolvers<string>();
    const hear = (id: string) => wake.resolve(id);
    emitter.on('event', hear);
    try {
      for (;;) {
        const id = await wake.promise;
        wake = Promise.withResolvers();
        yield { sentimentAnalyzed: { id, note: NOTE } };
      }
    } finally {
      emitter.off('event', hear);
    }
  }
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { a: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({ name: 'Subscription', fields: { sentimentAnalyzed: { type: analysis, subscribe: listen } } }),
  });
  const server = createServer();
  useServer({ schema, connectionInitWaitTimeout: INIT_WAIT_MS }, new WebSocketServer({ server, path: '/graphql' }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    start: async () => ({ port }),
    tokens: async (count: number) => Array.from({ length: count }, () => 'none'),
    publish: async (id: string) => {
      const at = performance.timeOrigin + performance.now();
      emitter.emit('event', id);
      return { at };
    },
    usage,
    cpu,
    restart: async () => ({ port }),
  };
}

const served = process.argv[2] === 'plain' ? await servePlain() : await serveGateway();
process.on('message', async ({ id, name, input }: { id: number; name: keyof Answers; input: unknown }) => {
  process.send!({ id, value: await served[name](input) });
});
process.on('disconnect', () => process.exit(0));
process.send!({ id: 0, value: 'ready' });
