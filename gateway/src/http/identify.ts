import { ServiceError } from '@customerai/service';
import type { RequestHandler } from 'express';
import type { AccessTokens } from '../auth/access-tokens.ts';
import { earlyOf } from './early.ts';
import type { Refuse } from './exchange.ts';

/** Finds out who asks. A token that is given must be good: a bad one is refused (401), not taken for no token. */
export const identify =
  (tokens: AccessTokens, refuse: Refuse): RequestHandler =>
  async (request, response, next) => {
    try {
      response.locals['identity'] = await (earlyOf(request)?.identity ?? tokens.identify(request.get('authorization')));
    } catch (error) {
      if (!(error instanceof ServiceError)) return next(error);
      if (error.code === 'UNAUTHENTICATED') response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
      else response.setHeader('retry-after', '5');
      return refuse(response, { status: error.code === 'UNAUTHENTICATED' ? 401 : 503, code: error.code, message: error.message });
    }
    next();
  };
