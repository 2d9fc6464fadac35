/** Who is signed in, as the console knows it. No token is in here: those stay behind the port. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  roles: readonly string[];
  scopes: readonly string[];
}

/**
 * `unknown`: not asked yet. `expired`: somebody was signed in and the platform no longer knows the session; pages stay as they are until the same
 * person signs in again.
 */
export type AuthState =
  | { phase: 'unknown' }
  | { phase: 'signed-out' }
  | { phase: 'signed-in'; viewer: Viewer }
  | { phase: 'expired'; viewer: Viewer };

/** Why a sign-in was refused, in the platform's words. */
export class SignInError extends Error {
  override name = 'SignInError';
  readonly code: string;
  readonly traceId: string | undefined;

  constructor(message: string, code: string, traceId?: string) {
    super(message);
    this.code = code;
    this.traceId = traceId;
  }
}

/** The one place that knows how people sign in. Today by e-mail and password; the authorization code flow will be another implementation. */
export interface AuthPort {
  state(): AuthState;
  subscribe(listener: () => void): () => void;
  /** Takes up the session that this browser still has, if any. */
  resume(): Promise<void>;
  /** Throws `SignInError`. */
  signIn(credentials: { email: string; password: string }): Promise<void>;
  signOut(): Promise<void>;
  /** An access token that is good now; undefined when nobody is signed in. Once a session has ended, that of the same person's next one. */
  token(): Promise<string | undefined>;
  /** Called after the platform refused `token`. Another one, of the next session too; undefined when the same person does not come back. */
  renew(token: string): Promise<string | undefined>;
}
