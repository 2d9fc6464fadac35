import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { Clock } from '@customerai/service';
import { Router } from 'express';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Limits } from '../config.ts';
import { type PersistedDocuments, resolvePersisted } from '../persisted.ts';
import type { Caller } from '../plan/subgraph-client.ts';
import { singleStreamRoutes } from '../subscribe/single-stream.ts';
import { streamHandler, type StreamTools } from '../subscribe/stream-routes.ts';
import type { Graph } from '../subscribe/graph.ts';
import { deferredAnswers } from './deferred-route.ts';
import { exchangeOf, refuseAsGraphql } from './exchange.ts';
import { identify } from './identify.ts';
import { readJson } from './read-json.ts';

/** `/graphql` over HTTP. A browser that comes to look is sent on to `lookHere`. */
export function graphqlRoutes(options: {
  server: ApolloServer<Caller>;
  graph(): Graph;
  tokens: AccessTokens;
  persisted: PersistedDocuments;
  streams: StreamTools & { clock: Clock };
  limits: Limits;
  lookHere: string;
}): Router {
  const { server, graph, tokens, persisted, streams, limits, lookHere } = options;
  const router = Router();
  router.get('/graphql', (request, response, next) => {
    if (
      'query' in request.query ||
      'documentId' in request.query ||
      'extensions' in request.query ||
      !request.accepts('html') ||
      !request.get('accept')?.includes('text/html')
    )
      return next();
    response.redirect(303, lookHere);
  });
  const toStreams = streamHandler(streams);
  router.use('/graphql', identify(tokens, refuseAsGraphql), ...readJson(limits, refuseAsGraphql), resolvePersisted(persisted));
  router.use('/graphql/stream', singleStreamRoutes({ ...streams, operationsPerStream: limits.subscriptionsPerSocket }), toStreams);
  router.use(
    '/graphql',
    toStreams,
    deferredAnswers({ graph, log: streams.log }),
    expressMiddleware(server, {
      context: async ({ res }) => {
        const { traceId, identity } = exchangeOf(res);
        return { traceId, viewer: identity.viewer };
      },
    }),
  );
  return router;
}
