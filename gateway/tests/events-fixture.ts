import {
  type CloudEvent,
  fairnessAuditChanged,
  modelTrainingChanged,
  responseGenerationComplete,
  reviewItemChanged,
  sentimentAnalysisComplete,
} from '@customerai/events';
import { newId, type Subgraph } from '@customerai/service';
import { createClient, type Client } from 'graphql-ws';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type GatewayTestParts, startWorld, type World, type WorldOptions } from './fixture.ts';

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])`;

/** Stand-ins for the owners of what events point to. An id that begins with "gone" is known to nobody. */
const owners = [
  {
    name: 'sentiment',
    typeDefs: `${link}
      type Query { interactionCount: Int! }
      enum SentimentLabel { NEGATIVE NEUTRAL POSITIVE }
      type SentimentAnalysis @key(fields: "id") { id: ID! label: SentimentLabel! note: String! secret: String @requiresScopes(scopes: [["sentiment:secrets"]]) }
      type Interaction @key(fields: "id") { id: ID! customer: Customer! sentiment: SentimentAnalysis }
      type Customer { name: String }
    `,
    resolvers: {
      SentimentAnalysis: {
        __resolveReference: ({ id }: { id: string }) => (id.startsWith('gone') ? null : { id, label: 'NEGATIVE' }),
        note: ({ id }: { id: string }, _: unknown, { viewer }: any) =>
          `${id} for ${viewer.kind} of ${viewer.tenant}${id.startsWith('long') ? 'x'.repeat(1_000_000) : ''}`,
      },
      Interaction: {
        __resolveReference: ({ id }: { id: string }) => ({
          id,
          customer: { name: `Customer of ${id}` },
          sentiment: { id: `a-${id}`, label: 'NEGATIVE' },
        }),
      },
    },
  },
  {
    name: 'review',
    typeDefs: `${link}
      type Query { reviewCount: Int! }
      type Subscription { weatherChanged: Int @requiresScopes(scopes: [["reviews:read"]]) }
      type Kpis @key(fields: "id") { id: ID! interactions: Int! }
      enum ReviewStatus { OPEN CLAIMED APPROVED EDITED REJECTED ESCALATED }
      type ReviewQueueUpdate @key(fields: "id") { id: ID! openCount: Int! }
      type ReviewItem @key(fields: "id") { id: ID! status: ReviewStatus! response: GeneratedResponse! interaction: Interaction! }
      type GeneratedResponse @key(fields: "id", resolvable: false) { id: ID! }
      type Interaction @key(fields: "id", resolvable: false) { id: ID! }
    `,
    resolvers: {
      Kpis: { __resolveReference: ({ id }: { id: string }) => ({ id, interactions: 7 }) },
      ReviewQueueUpdate: { __resolveReference: ({ id }: { id: string }) => ({ id, openCount: 3 }) },
      ReviewItem: {
        __resolveReference: ({ id }: { id: string }) =>
          id.startsWith('gone') ? null : { id, status: 'OPEN', response: { id: `r-${id}` }, interaction: { id: `i-${id}` } },
      },
    },
  },
  {
    name: 'generation',
    typeDefs: `${link}
      type Query { draftCount: Int! }
      type GeneratedResponse @key(fields: "id") { id: ID! text: String! }
    `,
    resolvers: { GeneratedResponse: { __resolveReference: ({ id }: { id: string }) => ({ id, text: `Draft ${id}` }) } },
  },
  {
    name: 'fairness',
    typeDefs: `${link}
      type Query { auditCount: Int! }
      type FairnessAudit @key(fields: "id") { id: ID! name: String! }
    `,
    resolvers: { FairnessAudit: { __resolveReference: ({ id }: { id: string }) => (id.startsWith('gone') ? null : { id, name: `Audit ${id}` }) } },
  },
  {
    name: 'ai',
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requiresScopes"])
      scalar JSON
      type Query { trainingJob(id: ID!): TrainingJob @requiresScopes(scopes: [["models:read"]]) }
      enum TrainingStatus { QUEUED RUNNING SUCCEEDED FAILED CANCELLED }
      type TrainingJob @key(fields: "id") {
        id: ID! status: TrainingStatus! @shareable progress: Float! @shareable epoch: Int! @shareable metrics: JSON @shareable error: String
      }
    `,
    resolvers: {
      Query: { trainingJob: (_: unknown, { id }: { id: string }) => (trainings.has(id) ? { id, epoch: 0, ...trainings.get(id) } : null) },
      TrainingJob: {
        __resolveReference: ({ id }: { id: string }) => ({ id, error: trainings.get(id)?.status === 'FAILED' ? 'It was not better.' : null }),
      },
    },
  },
];

/** Training runs as their owner has them, by id. */
export const trainings = new Map<string, { status: string; progress: number }>();

export interface EventWorld extends World {
  /** Requests that each subgraph got. */
  counts: Record<string, number>;
  connect(options?: { token?: string; params?: Record<string, unknown> }): Client;
  subscribe(query: string, options: { token?: string; variables?: Record<string, unknown>; client?: Client }): Promise<Subscription>;
}

export interface Subscription {
  /** The next message; undefined when the stream has ended. */
  next(): Promise<any>;
  end(): Promise<void>;
  client: Client;
}

/** `before`: is called, and waited for, before a subgraph answers. */
export async function startEventWorld(options: Pick<WorldOptions, 'env'> & { before?: (name: string) => Promise<void> } = {}): Promise<EventWorld> {
  const counts: Record<string, number> = {};
  const wrap = (subgraph: Subgraph): Subgraph => ({
    ...subgraph,
    execute: async (request, caller) => {
      counts[subgraph.name] = (counts[subgraph.name] ?? 0) + 1;
      await options.before?.(subgraph.name);
      return subgraph.execute(request, caller);
    },
  });
  const world = await startWorld({ ...options, extra: owners, events: true, wrap });
  const clients: Client[] = [];

  const connect: EventWorld['connect'] = ({ token, params } = {}) => {
    const client = createClient({
      url: `${world.gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: params ?? (token ? { authorization: `Bearer ${token}` } : {}),
      retryAttempts: 0,
      lazyCloseTimeout: 0,
    });
    clients.push(client);
    return client;
  };
  return {
    ...world,
    counts,
    connect,
    subscribe: async (query, { token, variables, client = connect(token ? { token } : {}) }) => {
      const stream = client.iterate({ query, ...(variables ? { variables } : {}) });
      const first = stream.next();
      first.catch(() => {});
      await client.iterate({ query: '{ __typename }' }).next(); // a socket's questions are begun in order
      let pending: Promise<IteratorResult<any>> | undefined = first;
      return {
        client,
        next: async () => {
          const { value } = await (pending ?? stream.next());
          pending = undefined;
          return value;
        },
        end: async () => void (await stream.return?.()),
      };
    },
    [Symbol.asyncDispose]: async () => {
      for (const client of clients) await client.dispose();
      await world[Symbol.asyncDispose]();
    },
  };
}

/** Publishes events the way the services do. */
export function createPublisher(parts: GatewayTestParts) {
  const send = async (event: CloudEvent) => (await parts.bus.publish(event)).sequence;
  const envelope = (tenant: string) => ({ id: newId(), source: 'test', tenant, partitionkey: 'c1', time: parts.clock() });
  const at = () => parts.clock().toISOString();
  const shared = { interactionId: 'i1', customerId: 'c1', channel: 'EMAIL' as const };
  const model = { name: 'm', version: '1' };
  return {
    analysis: (tenant: string, analysisId: string, label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE' = 'NEGATIVE') =>
      send(
        sentimentAnalysisComplete.create({
          ...envelope(tenant),
          data: {
            ...shared,
            analysisId,
            language: 'en',
            receivedAt: at(),
            analyzedAt: at(),
            sentiment: { label, score: -0.5, confidence: 0.8 },
            model,
          },
        }),
      ),
    training: (tenant: string, jobId: string, status: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED', progress = 0) =>
      send(modelTrainingChanged.create({ ...envelope(tenant), data: { jobId, model: 'm', status, progress, epoch: 0, at: at() } })),
    draft: (tenant: string, responseId: string) =>
      send(
        responseGenerationComplete.create({
          ...envelope(tenant),
          data: {
            ...shared,
            responseId,
            receivedAt: at(),
            generatedAt: at(),
            status: 'DRAFT',
            confidence: 0.5,
            groundedness: 0.5,
            flags: [],
            piiTypes: [],
            model,
          },
        }),
      ),
    review: (tenant: string, reviewItemId: string) =>
      send(
        reviewItemChanged.create({
          ...envelope(tenant),
          data: {
            ...shared,
            reviewItemId,
            responseId: 'r1',
            change: 'ADDED',
            after: { status: 'OPEN', priority: 'HIGH', reasons: ['pii'], dueAt: at() },
            at: at(),
          },
        }),
      ),
    audit: (tenant: string, auditId: string) =>
      send(fairnessAuditChanged.create({ ...envelope(tenant), data: { auditId, status: 'COMPLETED', verdict: 'PASS', rows: 9, at: at() } })),
    broken: (tenant: string) =>
      send({
        ...sentimentAnalysisComplete.create({
          ...envelope(tenant),
          data: {
            ...shared,
            analysisId: 'x',
            language: 'en',
            receivedAt: at(),
            analyzedAt: at(),
            sentiment: { label: 'NEGATIVE', score: 0, confidence: 0 },
            model,
          },
        }),
        data: { nonsense: true },
      }),
  };
}

/** A bare socket that has said hello, and waited for the answer unless it is known to be a refusal. */
export async function greet(world: World, token: string, url?: string, welcome = true) {
  const raw = await openSocket(world, url === undefined ? {} : { url });
  raw.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
  if (welcome) await raw.receive();
  return raw;
}

/** A bare socket, for what a proper client would never send. */
export async function openSocket(world: Pick<World, 'gateway'>, options: { protocol?: string; headers?: Record<string, string>; url?: string } = {}) {
  const socket = new WebSocket(`${(options.url ?? world.gateway.url).replace('http', 'ws')}/graphql`, options.protocol ?? 'graphql-transport-ws', {
    headers: options.headers ?? {},
  });
  const messages: any[] = [];
  let arrived = Promise.withResolvers<void>();
  const push = (message: unknown) => {
    messages.push(message);
    arrived.resolve();
  };
  socket.on('message', (data) => push(JSON.parse(String(data))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
  );
  await once(socket, 'open');
  return {
    socket,
    closed,
    /** What `receive` gives after what has come. */
    push,
    send: (message: unknown) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    receive: async () => {
      while (messages.length === 0) {
        arrived = Promise.withResolvers();
        await arrived.promise;
      }
      return messages.shift();
    },
  };
}
