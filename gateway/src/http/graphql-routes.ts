import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { Router } from 'express';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Limits } from '../config.ts';
import type { Caller } from '../plan/subgraph-client.ts';
import { exchangeOf, refuseAsGraphql } from './exchange.ts';
import { identify } from './identify.ts';
import { readJson } from './read-json.ts';

/** `/graphql` over HTTP. A browser that comes to look is sent on to `lookHere`. */
export function graphqlRoutes(options: { server: ApolloServer<Caller>; tokens: AccessTokens; limits: Limits; lookHere: string }): Router {
  const { server, tokens, limits, lookHere } = options;
  const router = Router();
  router.get('/graphql', (request, response, next) => {
    if ('query' in request.query || 'extensions' in request.query || !request.accepts('html') || !request.get('accept')?.includes('text/html'))
      return next();
    response.redirect(303, lookHere);
  });
  router.use(
    '/graphql',
    identify(tokens, refuseAsGraphql),
    ...readJson(limits, refuseAsGraphql),
    expressMiddleware(server, {
      context: async ({ res }) => {
        const { traceId, identity } = exchangeOf(res);
        return { traceId, viewer: identity.viewer };
      },
    }),
  );
  return router;
}
