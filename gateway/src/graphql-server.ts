import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@customerai/service';
import { GraphQLError } from 'graphql';
import { authorise } from './auth/authorise.ts';
import { toClientError } from './errors.ts';
import type { Executor } from './plan/execute-operation.ts';
import type { LoadedSupergraph } from './plan/load-supergraph.ts';
import type { Operations } from './plan/operations.ts';
import type { Caller } from './plan/subgraph-client.ts';
import type { TraceScope } from './trace.ts';

export interface GraphqlServerOptions {
  /** The graph that is in place now. */
  graph(): { supergraph: LoadedSupergraph; operations: Operations; executor: Executor };
  /** Tells when another graph is in place. */
  onGraph(listener: () => void): void;
  introspection: boolean;
  maxTokens: number;
  trace: TraceScope;
  log: Logger;
}

/** GraphQL over HTTP by Apollo Server: parsing, validation and the protocol are its, limits, authorisation and execution are ours. Nothing reports anywhere. */
export async function startGraphqlServer(options: GraphqlServerOptions): Promise<ApolloServer<Caller>> {
  const { introspection, maxTokens, trace, log } = options;
  const server = new ApolloServer<Caller>({
    gateway: createGatewayInterface(options),
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    parseOptions: { maxTokens },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    logger: quiet(log),
    formatError: (error) => toClientError(error, trace.getStore(), log),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      {
        requestDidStart: async () => ({
          didResolveOperation: async ({ document, queryHash, source, request, contextValue, operation }) => {
            if (operation?.operation === 'subscription') throw wrongTransport();
            const { operations } = options.graph();
            const prepared = operations.prepare(document, queryHash, request.operationName);
            authorise(contextValue.viewer, prepared.access);
            operations.remember(source, request.operationName, prepared);
          },
        }),
      },
    ],
  });
  await server.start();
  return server;
}

/** What Apollo Server needs of a gateway; the class that Apollo has for it refuses a supergraph with access rules. */
function createGatewayInterface({ graph, onGraph }: GraphqlServerOptions): ApolloServerOptionsWithGateway<Caller>['gateway'] {
  return {
    onSchemaLoadOrUpdate: (listener) => {
      const tell = () => listener({ apiSchema: graph().supergraph.apiSchema, coreSupergraphSdl: graph().supergraph.sdl });
      tell();
      onGraph(tell);
      return () => {};
    },
    load: async () => ({
      executor: async ({ document, queryHash, request, context }) => {
        const { executor, operations } = graph();
        const operation = operations.prepare(document, queryHash, request.operationName);
        const { data, errors } = await executor.run(operation, request.variables ?? {}, context as unknown as Caller);
        return { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) } as never;
      },
    }),
    stop: async () => {},
  };
}

const wrongTransport = () =>
  new GraphQLError(
    'Subscriptions stream: connect to /graphql by WebSocket with the protocol "graphql-transport-ws", or send "Accept: text/event-stream" or \'multipart/mixed;subscriptionSpec="1.0"\'.',
    {
      extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
    },
  );

/** Apollo Server logs in console style; ours is structured. */
const quiet = (log: Logger) => ({
  debug: (message: unknown) => log.debug(String(message)),
  info: (message: unknown) => log.debug(String(message)),
  warn: (message: unknown) => log.warn(String(message)),
  error: (message: unknown) => log.error(String(message)),
});
