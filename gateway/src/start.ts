import { ConfigError, type Env, type Parts, type Tls } from '@customerai/service';
import { type Metrics, noMetrics } from '@customerai/telemetry';
import { Router } from 'express';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createAccessTokens } from './auth/access-tokens.ts';
import { watchRevocations } from './auth/revocations.ts';
import { parseConfig } from './config.ts';
import { startGraphqlServer } from './graphql-server.ts';
import { explorerRoutes } from './explorer.ts';
import { frontPage } from './front-page.ts';
import { createApp } from './http/app.ts';
import { drainServer, handOver, watchConnections } from './http/drain.ts';
import { graphqlRoutes } from './http/graphql-routes.ts';
import { healthRoutes, type Life } from './http/health.ts';
import { createQuickAnswers } from './http/quick-answers.ts';
import { openQuickDoor } from './http/quick-door.ts';
import { quickWay } from './http/quick-way.ts';
import { listen } from './http/listen.ts';
import { createServices } from './plan/data-source.ts';
import { createPersistedDocuments, readManifests } from './persisted.ts';
import { createExecutor } from './plan/execute-operation.ts';
import { loadSupergraph } from './plan/load-supergraph.ts';
import { openSubgraphs, type SubgraphTarget } from './plan/open-subgraphs.ts';
import { createOperations } from './plan/operations.ts';
import { customerExportRoute } from './rest/customer-export-route.ts';
import { exportRoute } from './rest/export-route.ts';
import { restRoutes } from './rest/rest-routes.ts';
import { sessionRoutes } from './rest/session-routes.ts';
import { tokenRoute } from './rest/token-route.ts';
import { createConnections } from './subscribe/connections.ts';
import { shareCursors } from './subscribe/cursor-key.ts';
import { createDocuments } from './subscribe/documents.ts';
import type { Graph } from './subscribe/graph.ts';
import { createHub } from './subscribe/hub.ts';
import type { StreamInterest } from './subscribe/interests.ts';
import { createLiveHub } from './subscribe/live-hub.ts';
import { createMessage, NOT_KEPT } from './subscribe/message.ts';
import { openUpstreams } from './subscribe/open-upstreams.ts';
import { createOperator } from './subscribe/operate.ts';
import { attachSockets } from './subscribe/socket-server.ts';
import { CALLBACK_PATH, createCallbacks } from './subscribe/upstream-callback.ts';
import { createTraceScope } from './trace.ts';
import { watchClients } from './telemetry/watch-clients.ts';
import { watchExecutor } from './telemetry/watch-executor.ts';
import { watchRequests } from './telemetry/watch-requests.ts';
import { watchSockets, watchStreams } from './telemetry/watch-subscriptions.ts';

const MAX_QUICK_BYTES = 64 * 1024; // a larger body is seldom a query that was asked before
const KEEP_ALIVE_MS = 65_000; // longer than usual proxies keep theirs, or they meet closed connections

export type GatewayParts = Pick<Parts, 'bus' | 'rpc' | 'clock' | 'log'> & {
  /** By the name in the supergraph: a subgraph of this process, or the URL of its door. */
  subgraphs: Readonly<Record<string, SubgraphTarget>>;
  /** The composed graph; read from SUPERGRAPH_FILE when absent. */
  supergraphSdl?: string;
  /** Where the console's built pages are; CONSOLE_DIR when absent. */
  consoleDir?: string;
  /** Nowhere when absent. */
  metrics?: Metrics;
  /** How long a request waits for a service that is being restarted, in ms. Default 0; above it where a supervisor tells of restarts. */
  patienceMs?: number;
  /** The certificate that services in other processes are shown, where they have https addresses. */
  tls?: Tls | undefined;
};

export interface Gateway extends AsyncDisposable {
  /** `http://host:port`, without a slash at the end. */
  url: string;
  port: number;
  /** Requests to a service in another process wait until it has an address again. Resolves when those under way have their answers. */
  hold(name: string): Promise<void>;
  /** A service in another process is at this address from now on. */
  target(name: string, url: string): Promise<void>;
  /**
   * Puts another composed graph in place: requests that run end on the old one, subscriptions go on with the new one where they are, those that do not fit
   * it end with SUBSCRIPTION_SCHEMA_RELOAD. Throws, and changes nothing, when the graph cannot be read. REST routes stay as they were.
   */
  reload(supergraphSdl: string): void;
  /** Sends clients to the other process that serves the same port, before a drain: until no connection is left, or after `ms` no request is under way. */
  linger(ms: number): Promise<void>;
}

/** Opens the platform's only public door. Disposing drains: not ready at once, sockets told to come back, requests finished within DRAIN_MS. */
export async function startGateway(env: Env, parts: GatewayParts): Promise<Gateway> {
  const config = parseConfig(env);
  const { clock, log, metrics = noMetrics } = parts;
  await using stack = new AsyncDisposableStack();

  const { limits, introspection } = config;
  const persisted = createPersistedDocuments(readManifests(config.persistedDocuments), config.persistedOnly);
  const subgraphs = stack.use(await openSubgraphs(parts.subgraphs, { ...config, patienceMs: parts.patienceMs ?? 0, tls: parts.tls }));
  const clients = watchClients(subgraphs.clients, metrics);
  const readGraph = (sdl: string): Graph => {
    const supergraph = loadSupergraph(sdl);
    const services = createServices(supergraph, clients, log);
    return {
      supergraph,
      operations: createOperations(supergraph, limits),
      executor: watchExecutor(createExecutor({ supergraph, services, introspection, log }), metrics),
      documents: createDocuments(supergraph.apiSchema, { introspection, maxTokens: limits.tokens }),
    };
  };
  let graph = readGraph(parts.supergraphSdl ?? (await readSupergraph(config.supergraphFile)));
  const onGraph = new Set<() => void>();

  const revocations = stack.use(await watchRevocations(parts));
  const tokens = createAccessTokens(parts, revocations);
  const hub = stack.use(createHub<StreamInterest>({ bus: parts.bus, log }));
  const missed = (sequence: number) => createMessage({ data: null, extensions: NOT_KEPT }, { sequence });
  const live = stack.use(createLiveHub<StreamInterest>({ log, missed }));
  watchStreams([hub, live], metrics);
  let url = '';
  const callbacks = createCallbacks(() => config.callbackUrl ?? url);
  const upstreams = openUpstreams(config.subgraphStreams, { clients: subgraphs.clients, callbacks, log });
  const cursors = shareCursors(parts.rpc);
  const operator = createOperator({
    graph,
    persisted,
    hub,
    live,
    upstreams,
    rpc: parts.rpc,
    cursors,
    waitingEvents: limits.waitingEvents,
    clock,
    log,
  });
  const connections = stack.use(createConnections({ revocations, perUser: limits.socketsPerUser, clock }));
  const trace = createTraceScope();
  const server = await startGraphqlServer({
    graph: () => graph,
    onGraph: (listener) => void onGraph.add(listener),
    introspection,
    maxTokens: limits.tokens,
    trace,
    log,
  });
  stack.defer(() => server.stop());

  const life: Life = { phase: 'starting' };
  const watch = metrics.on ? watchRequests(metrics) : undefined;
  const routes = [
    ...(watch ? [watch.handler] : []),
    healthRoutes(life, clock()),
    Router().use(CALLBACK_PATH, callbacks.routes),
    graphqlRoutes({
      server,
      graph: () => graph,
      tokens,
      persisted,
      streams: { operator, connections, clock, log },
      limits,
      lookHere: introspection ? '/explorer' : '/',
    }),
    sessionRoutes({ server, tokens, limits }),
    tokenRoute(parts),
    exportRoute(parts),
    customerExportRoute(parts),
    restRoutes({ server, schema: graph.supergraph.apiSchema, tokens, rpc: parts.rpc, limits }),
    ...(introspection ? [explorerRoutes()] : []),
    frontPage(parts.consoleDir ?? config.consoleDir),
  ];
  const { allowedOrigins } = config;
  const onward = createApp({ routes, allowedOrigins, trace, log });
  const quick = {
    answers: createQuickAnswers({ graph: () => graph, persisted, log }),
    tokens,
    maxBytes: Math.min(MAX_QUICK_BYTES, limits.bodyBytes),
    allowedOrigins: new Set(allowedOrigins),
    watch,
  };
  const http = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, quickWay({ ...quick, onward }));
  const door = openQuickDoor(http, { ...quick, keepAliveMs: KEEP_ALIVE_MS, open: () => life.phase === 'ready' });
  let underWay = 0;
  http.prependListener('request', (_request, response) => {
    underWay++;
    response.once('close', () => underWay--);
    if (life.phase === 'draining') response.setHeader('connection', 'close');
  });
  watchConnections(http);
  const port = await listen(http, config.host, config.port);
  url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
  stack.defer(() => drainServer(http, config.drainMs, door.closeIdle));
  watchSockets(http, metrics);
  const sockets = attachSockets({ http, tokens, operator, connections, limits, allowedOrigins, log });
  stack.defer(() => sockets.drain());
  life.phase = 'ready';
  stack.defer(() => void (life.phase = 'draining'));

  const owned = stack.move();
  return {
    url,
    port,
    hold: (name) => subgraphs.switched(name).hold(),
    target: (name, url) => subgraphs.switched(name).target(url),
    reload: (sdl) => {
      const next = readGraph(sdl);
      operator.reload(next);
      graph = next;
      for (const tell of onGraph) tell();
    },
    linger: async (ms) => {
      life.phase = 'draining';
      await Promise.all([handOver(http, ms, () => underWay + door.underWay), sockets.drain()]);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(`The composed graph ${file} cannot be read: make it by "npm run codegen", or set SUPERGRAPH_FILE.`, { cause: error });
  }
}
