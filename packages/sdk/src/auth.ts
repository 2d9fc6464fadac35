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

export type Auth = string | (() => string | Promise<string>) | TokenSource;

const EARLY_MS = 30_000; // renewed before it ends, so that no call starts with a token about to expire

export function toTokenSource(auth: Auth | undefined): TokenSource {
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
