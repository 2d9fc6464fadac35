import type { ApolloServer } from '@apollo/server';
import { anonymous, ServiceError, type Viewer } from '@customerai/service';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { AccessTokens } from '../auth/access-tokens.ts';
import type { Limits } from '../config.ts';
import { exchangeOf } from '../http/exchange.ts';
import { readJson } from '../http/read-json.ts';
import type { Caller } from '../plan/subgraph-client.ts';
import { refuseAsProblem, serviceErrorsAsProblems } from './problem.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from './session-cookie.ts';

const SESSION = 'accessToken refreshToken expiresIn scopes user { id name email roles scopes }';
const SIGN_IN = `mutation signIn($email: String!, $password: String!) { signIn(email: $email, password: $password) { ${SESSION} } }`;
const REFRESH = `mutation refreshSession($refreshToken: String!) { refreshSession(refreshToken: $refreshToken) { ${SESSION} } }`;
const SIGN_OUT = 'mutation signOut($refreshToken: String!) { signOut(refreshToken: $refreshToken) }';

interface Session {
  accessToken: string;
  refreshToken: string;
}

/**
 * Sessions of browsers, under `/api/v1/auth/session`: as signIn, refreshSession and signOut, but the refresh token goes in a cookie that no script can
 * read and is never in a body. Other sites cannot send it: `SameSite=Strict`, and a body that must be JSON.
 */
export function sessionRoutes(options: { server: ApolloServer<Caller>; tokens: AccessTokens; limits: Limits }): Router {
  const { server, tokens, limits } = options;
  const router = Router();

  async function run<Data>(response: Response, query: string, variables: Record<string, unknown>, viewer: Viewer = anonymous): Promise<Data> {
    const { traceId } = exchangeOf(response);
    const { body } = await server.executeOperation({ query, variables }, { contextValue: { traceId, viewer } });
    if (body.kind !== 'single') throw new Error('A session answers in one piece.');
    const { data, errors } = body.singleResult;
    const [error] = errors ?? [];
    if (!error) return Object.values(data!)[0] as Data;
    const { code, traceId: _, ...details } = error.extensions ?? {};
    throw new ServiceError(code as ServiceError['code'], error.message, details);
  }

  function answer(request: Request, response: Response, { refreshToken, ...session }: Session): void {
    setSessionCookie(request, response, refreshToken);
    response.json(session);
  }

  const begin: RequestHandler = (_request, response, next) => {
    response.locals['identity'] = { viewer: anonymous };
    response.setHeader('cache-control', 'no-store');
    next();
  };
  router.use(begin, ...readJson(limits, refuseAsProblem));

  router.post('/', async (request, response) => {
    const { email, password } = Object(request.body);
    if (typeof email !== 'string' || typeof password !== 'string')
      throw new ServiceError('BAD_USER_INPUT', 'Send {"email": "...", "password": "..."}, both as text.');
    answer(request, response, await run<Session>(response, SIGN_IN, { email, password }));
  });

  router.post('/refresh', async (request, response) => {
    const refreshToken = readSessionCookie(request);
    if (!refreshToken) return void response.status(204).end(); // nobody is signed in here: that is no error
    try {
      answer(request, response, await run<Session>(response, REFRESH, { refreshToken }));
    } catch (error) {
      if ((error as ServiceError).code === 'UNAUTHENTICATED') clearSessionCookie(request, response);
      throw error;
    }
  });

  router.post('/sign-out', async (request, response) => {
    const refreshToken = readSessionCookie(request);
    clearSessionCookie(request, response);
    if (refreshToken) await end(response, refreshToken);
    response.status(204).end();
  });

  /** The cookie is enough to end a session, also when the access token ran out long ago. A session that is over already is ended well. */
  async function end(response: Response, refreshToken: string): Promise<void> {
    try {
      const session = await run<Session>(response, REFRESH, { refreshToken });
      const { viewer } = await tokens.identify(`Bearer ${session.accessToken}`);
      await run(response, SIGN_OUT, { refreshToken: session.refreshToken }, viewer);
    } catch (error) {
      if ((error as ServiceError).code !== 'UNAUTHENTICATED') throw error;
    }
  }

  router.use(serviceErrorsAsProblems);
  return Router().use('/api/v1/auth/session', router);
}
