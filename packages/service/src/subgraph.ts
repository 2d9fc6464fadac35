import { ApolloServer, type GraphQLResponse } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, type GraphQLSchema, parse } from 'graphql';
import { guardSchema } from './guard-schema.ts';
import type { Logger } from './logger.ts';
import { maskError } from './mask-error.ts';
import { scalars } from './scalars.ts';
import { traceRootFields } from './telemetry/watch-subgraph.ts';
import type { Viewer } from './viewer.ts';

export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

/** What every subgraph's context has; each adds its loaders and dependencies. */
export interface BaseContext {
  viewer: Viewer;
  /** Correlation id of the client's request, 32 hex digits (the trace id of W3C Trace Context). */
  traceId: string;
}

/** A subgraph as its two doors see it: in-process for the all-in-one and tests, signed HTTP for the rest. */
export interface Subgraph {
  readonly name: string;
  readonly schema: GraphQLSchema;
  execute(request: SubgraphRequest, caller: BaseContext): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/**
 * Builds a subgraph from its contract and resolvers. `@authenticated` and `@requiresScopes` are enforced here too, under whatever the gateway did
 * (a subgraph that is reached directly must not give anything away). Errors are masked except `ServiceError`s.
 */
export async function createSubgraph<Context extends BaseContext>(options: {
  name: string;
  /** The text of schema.graphql. */
  typeDefs: string;
  resolvers: Record<string, any>;
  createContext(caller: BaseContext): Context;
  log: Logger;
}): Promise<Subgraph> {
  const { name, typeDefs, resolvers, createContext, log } = options;
  const declared = Object.fromEntries(Object.entries(scalars).filter(([scalar]) => new RegExp(`^scalar ${scalar}\\b`, 'm').test(typeDefs)));
  const schema = traceRootFields(guardSchema(buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: { ...declared, ...resolvers } }])));
  const server = new ApolloServer<Context>({
    schema,
    introspection: true, // federation's _service needs no less; the door in front decides who may ask
    includeStacktraceInErrorResponses: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    logger: log,
    formatError: (formatted, error) => maskError(formatted, error, log),
    plugins: [ApolloServerPluginInlineTraceDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await server.start();
  return {
    name,
    schema,
    execute: async (request, caller) => single(await server.executeOperation(request, { contextValue: createContext(caller) })),
    stop: () => server.stop(),
  };
}

function single({ body }: GraphQLResponse): FormattedExecutionResult {
  if (body.kind !== 'single') throw new Error('A subgraph answers in one piece.');
  return body.singleResult as FormattedExecutionResult;
}
