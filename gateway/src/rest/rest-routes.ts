import type { ApolloServer } from '@apollo/server';
import { authKeys, type Parts } from '@customerai/service';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Limits } from '../config.ts';
import { exchangeOf } from '../http/exchange.ts';
import { identify } from '../http/identify.ts';
import { readJson } from '../http/read-json.ts';
import type { Caller } from '../plan/subgraph-client.ts';
import { describeRoutes } from './openapi.ts';
import { refuseAsProblem, statusOf } from './problem.ts';
import { BadParameter, readParameters } from './read-parameters.ts';
import { REST_ROUTES, type RestRoute } from './routes-table.ts';

const KEYS_MAX_AGE_SECONDS = 300;

/** `/api/v1/*`: a few operations of the graph for callers without GraphQL, under the same access rules and limits. */
export function restRoutes(options: {
  server: ApolloServer<Caller>;
  schema: GraphQLSchema;
  tokens: AccessTokens;
  rpc: Parts['rpc'];
  limits: Limits;
}): Router {
  const { server, schema, tokens, rpc, limits } = options;
  const router = Router();
  const description = describeRoutes(REST_ROUTES, schema);
  router.get('/openapi.json', (_request, response) => void response.json(description));
  router.get('/auth/jwks', async (_request, response) => {
    const { keys } = await rpc.call(authKeys, {});
    response.setHeader('cache-control', `public, max-age=${KEYS_MAX_AGE_SECONDS}`);
    response.json({ keys });
  });

  router.use(identify(tokens, refuseAsProblem), ...readJson(limits, refuseAsProblem));
  for (const route of REST_ROUTES) {
    router[route.method === 'GET' ? 'get' : 'post'](toExpress(route.path), answer(route, server));
  }
  router.use((request, response) => {
    const allowed = REST_ROUTES.filter(({ path }) => matches(path, request.path)).map(({ method }) => method);
    if (allowed.length > 0) {
      response.setHeader('allow', allowed.join(', '));
      return refuseAsProblem(response, {
        status: 405,
        code: 'BAD_REQUEST',
        message: `${request.method} does nothing here; use ${allowed.join(' or ')}.`,
      });
    }
    refuseAsProblem(response, {
      status: 404,
      code: 'NOT_FOUND',
      message: `There is no route ${request.method} ${request.baseUrl}${request.path}. GET /api/v1/openapi.json lists them.`,
    });
  });

  const fail: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent || error?.code === undefined || statusOf(error.code) === 500) return next(error);
    refuseAsProblem(response, { status: statusOf(error.code), code: error.code, message: error.message });
  };
  router.use(fail);
  return Router().use('/api/v1', router);
}

const answer =
  (route: RestRoute, server: ApolloServer<Caller>): RequestHandler =>
  async (request, response) => {
    let parameters;
    try {
      parameters = readParameters(route, request);
    } catch (error) {
      if (!(error instanceof BadParameter)) throw error;
      return refuseAsProblem(response, { status: 400, code: 'BAD_USER_INPUT', message: error.message, details: { argument: error.argument } });
    }
    if (typeof request.body !== 'object' || request.body === null || Array.isArray(request.body)) {
      return refuseAsProblem(response, { status: 400, code: 'BAD_USER_INPUT', message: 'The body must be a JSON object.' });
    }
    const { traceId, identity } = exchangeOf(response);
    const variables = route.variables({ parameters, body: request.body });
    const { body } = await server.executeOperation({ query: route.document, variables }, { contextValue: { traceId, viewer: identity.viewer } });
    if (body.kind !== 'single') throw new Error('A route answers in one piece.');
    const { data, errors } = body.singleResult;
    const [error] = errors ?? [];
    if (error) {
      const { code, traceId: _, ...details } = error.extensions ?? {};
      return refuseAsProblem(response, { status: statusOf(code), code: String(code), message: error.message, details });
    }
    const value = Object.values(data ?? {})[0];
    if (value == null)
      return refuseAsProblem(response, { status: 404, code: 'NOT_FOUND', message: `There is nothing at ${request.originalUrl.split('?')[0]}.` });
    response.setHeader('cache-control', 'no-store');
    response.status(route.status ?? 200).json(route.shape ? route.shape(value) : value);
  };

const toExpress = (path: string) => path.replace(/\{(\w+)\}/g, ':$1');
const matches = (path: string, url: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}/?$`).test(url);
