import { authClientToken, type Parts, ServiceError } from '@customerai/service';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, Router } from 'express';

const FORM = 'application/x-www-form-urlencoded';
const MAX_FORM = '8kb';

/** An error of RFC 6749, 5.2. */
class TokenError extends Error {
  readonly status: number;
  readonly error: string;

  constructor(error: string, message: string, status = 400) {
    super(message);
    this.error = error;
    this.status = status;
  }
}

const invalidRequest = (message: string) => new TokenError('invalid_request', message);
const invalidClient = () => new TokenError('invalid_client', 'The client is not known, its secret is wrong, or it was revoked.', 401);

/**
 * `POST /api/v1/auth/token`: the client credentials grant of OAuth 2.0 (RFC 6749, 4.4), and no other. The client proves itself by HTTP Basic or in the
 * form (2.3.1), never both. The auth service decides; here is the HTTP around it.
 */
export function tokenRoute({ rpc }: { rpc: Parts['rpc'] }): Router {
  const router = Router();
  const begin: RequestHandler = (request, response, next) => {
    response.setHeader('cache-control', 'no-store').setHeader('pragma', 'no-cache');
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      throw new TokenError('invalid_request', 'Ask for a token by POST.', 405);
    }
    if (!request.is(FORM)) throw invalidRequest(`Send the form as ${FORM}.`);
    next();
  };

  const answer: RequestHandler = async (request, response) => {
    const form = readForm(request.body as string);
    const credentials = readCredentials(request, form);
    const grant = form.get('grant_type');
    if (grant === undefined) throw invalidRequest('The parameter grant_type is missing.');
    if (grant !== 'client_credentials')
      throw new TokenError('unsupported_grant_type', 'The only grant here is client_credentials; people sign in by POST /api/v1/auth/sign-in.');
    const scope = form.get('scope');
    const result = await rpc.call(authClientToken, { ...credentials, ...(scope === undefined ? {} : { scope }) });
    if ('error' in result)
      throw result.error === 'invalid_client' ? invalidClient() : new TokenError('invalid_scope', 'The client may not do all of that.');
    const { accessToken, expiresIn, scopes } = result;
    response.json({ access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn, scope: scopes.join(' ') });
  };

  const fail: ErrorRequestHandler = (thrown, request, response, next) => {
    const error = toTokenError(thrown);
    if (!error || response.headersSent) return next(thrown);
    // Only who tried the header is asked for it (RFC 6749, 5.2): libraries read a challenge in the place of the error in the body.
    if (error.status === 401 && request.get('authorization') !== undefined)
      response.setHeader('www-authenticate', 'Basic realm="customerai", charset="UTF-8"');
    if (thrown instanceof ServiceError) response.setHeader('retry-after', String(thrown.details['retryAfter'] ?? 5));
    response.status(error.status).json({ error: error.error, error_description: error.message });
  };

  router.use(begin, express.text({ type: FORM, limit: MAX_FORM }), answer, fail);
  return Router().use('/api/v1/auth/token', router);
}

/** RFC 6749 has no code for a client that must wait; 429 and 503 say it with `Retry-After`. */
function toTokenError(thrown: unknown): TokenError | undefined {
  if (thrown instanceof TokenError) return thrown;
  if (thrown instanceof ServiceError && thrown.code === 'RATE_LIMITED') return new TokenError('temporarily_unavailable', thrown.message, 429);
  if (thrown instanceof ServiceError && thrown.code === 'SERVICE_UNAVAILABLE') return new TokenError('temporarily_unavailable', thrown.message, 503);
  const { type, status } = Object(thrown) as { type?: string; status?: number };
  return type !== undefined && status !== undefined && status < 500 ? invalidRequest('The form cannot be read.') : undefined;
}

/** Empty parameters count as absent, and none may come twice (RFC 6749, 3.2). */
function readForm(text: string): ReadonlyMap<string, string> {
  const given = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  const form = new Map(given);
  if (form.size < given.length) throw invalidRequest('A parameter is given twice.');
  return form;
}

function readCredentials(request: Request, form: ReadonlyMap<string, string>): { clientId: string; clientSecret: string } {
  const header = request.get('authorization');
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (header === undefined) {
    if (id === undefined || secret === undefined) throw invalidClient();
    return { clientId: id, clientSecret: secret };
  }
  if (secret !== undefined) throw invalidRequest('Give the secret in the header or in the form, not in both.');
  const basic = readBasic(header);
  if (!basic) throw invalidClient();
  if (id !== undefined && id !== basic.clientId) throw invalidRequest('Header and form name different clients.');
  return basic;
}

/** Both parts are form-encoded before they are joined (RFC 6749, 2.3.1). */
function readBasic(header: string): { clientId: string; clientSecret: string } | undefined {
  const encoded = /^basic +([\w+/=-]+)$/i.exec(header.trim())?.[1];
  const [, id, secret] = /^([^:]+):(.+)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  try {
    const decode = (part: string) => decodeURIComponent(part.replaceAll('+', ' '));
    return id && secret ? { clientId: decode(id), clientSecret: decode(secret) } : undefined;
  } catch {
    return undefined; // not form-encoded: nobody's credentials
  }
}
