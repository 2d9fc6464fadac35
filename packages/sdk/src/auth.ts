import { CustomerAIError } from './errors.ts';

/** Tokens of a signed-in session. Keep `refreshToken` where only this application can read it; it changes at every refresh. */
export interface SessionTokens {
  accessToken: string;
  refreshToken: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface TokenSource {
  /** A token that is good now; `undefined` for calls without one. */
  current(): Promise<string | undefined>;
  /** Called after the platform refused `refused`. Resolves with another token, or `undefined` when there is none. */
  renew(refused: string): Promise<string | undefined>;
}

/** An API client's own credentials, for programs. Never in a browser: whoever reads the page has the secret. */
export interface ClientCredentials {
  clientId: string;
  clientSecret: string;
}

export type Auth = string | (() => string | Promise<string>) | TokenSource | ClientCredentials;

const EARLY_MS = 30_000; // renewed before it ends, so that no call starts with a token about to expire

export function toTokenSource(auth: Exclude<Auth, ClientCredentials> | undefined): TokenSource {
  if (auth === undefined) return { current: async () => undefined, renew: async () => undefined };
  if (typeof auth === 'string') return { current: async () => auth, renew: async () => undefined };
  if (typeof auth === 'function') {
    return {
      current: async () => auth(),
      renew: async (refused) => {
        const token = await auth();
        return token === refused ? undefined : token;
      },
    };
  }
  return auth;
}

/**
 * A session that renews itself. However many calls find the token stale at once, one refresh is sent: a refresh token works once, and using it twice ends
 * the session. `refresh` asks the platform; `onChange` hears of every new pair, and of `undefined` when the session is over.
 */
export function createSessionSource(options: {
  tokens: SessionTokens | undefined;
  refresh(refreshToken: string): Promise<SessionTokens>;
  onChange?(tokens: SessionTokens | undefined): void;
  now?(): number;
}): TokenSource & { set(tokens: SessionTokens | undefined): void; tokens(): SessionTokens | undefined } {
  const { refresh, onChange = () => {}, now = Date.now } = options;
  let { tokens } = options;
  let refreshing: Promise<string | undefined> | undefined;

  const set = (next: SessionTokens | undefined) => {
    tokens = next;
    onChange(next);
  };
  const run = async (refreshToken: string) => {
    try {
      set(await refresh(refreshToken));
    } catch (error) {
      // Only a refusal ends the session; a platform that is away may still know it.
      if ((error as { code?: string }).code !== 'UNAUTHENTICATED') throw error;
      set(undefined);
    } finally {
      refreshing = undefined;
    }
    return tokens?.accessToken;
  };
  const renewOnce = () => (tokens ? (refreshing ??= run(tokens.refreshToken)) : Promise.resolve(undefined));
  return {
    set,
    tokens: () => tokens,
    current: async () => (tokens && tokens.expiresAt - now() < EARLY_MS ? renewOnce() : tokens?.accessToken),
    renew: async (refused) => (tokens && tokens.accessToken !== refused ? tokens.accessToken : renewOnce()),
  };
}

/** Tokens of an API client, asked for when needed: one request for however many calls. `fetchToken` asks the platform. */
export function createClientSource({ fetchToken, now = Date.now }: { fetchToken(): Promise<AccessToken>; now?(): number }): TokenSource {
  let token: AccessToken | undefined;
  let fetching: Promise<string> | undefined;
  const renewOnce = () =>
    (fetching ??= fetchToken()
      .then((fresh) => (token = fresh).accessToken)
      .finally(() => (fetching = undefined)));
  return {
    current: async () => (token && token.expiresAt - now() >= EARLY_MS ? token.accessToken : renewOnce()),
    renew: async (refused) => (token && token.accessToken !== refused ? token.accessToken : renewOnce()),
  };
}

type AccessToken = Omit<SessionTokens, 'refreshToken'>;

/** The client credentials grant of OAuth 2.0 (RFC 6749, 4.4). Throws `CustomerAIError`. */
export async function fetchClientToken(
  origin: string,
  { clientId, clientSecret }: ClientCredentials,
  fetch: typeof globalThis.fetch,
): Promise<AccessToken> {
  const url = new URL('/api/v1/auth/token', origin);
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret });
  let answer: { access_token?: string; expires_in?: number; error_description?: string };
  let status: number;
  try {
    const response = await fetch(url.href, { method: 'POST', body });
    status = response.status;
    answer = (await response.json()) as typeof answer;
  } catch (cause) {
    throw new CustomerAIError('NETWORK_ERROR', `No token from ${url.href}. Is the platform running, and reachable from here?`, { cause });
  }
  if (answer.access_token) return { accessToken: answer.access_token, expiresAt: Date.now() + (answer.expires_in ?? 0) * 1000 };
  const code = status === 429 ? 'RATE_LIMITED' : status >= 500 ? 'SERVICE_UNAVAILABLE' : 'UNAUTHENTICATED';
  throw new CustomerAIError(code, answer.error_description ?? `The platform gave no token (${status}).`);
}
