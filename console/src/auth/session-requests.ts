import { SignInError, type Viewer } from './auth-port.ts';

/** What the session routes answer. The refresh token is not in it: it travels in a cookie that no script can read. */
export interface SessionAnswer {
  accessToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
  viewer: Viewer;
}

interface Problem {
  code?: string;
  detail?: string;
  traceId?: string;
}

const AWAY = 'The platform does not answer. Is "npm start" running?';

async function post(path: string, body: unknown = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  try {
    return await fetch(`/api/v1/auth/session${path}`, { method: 'POST', headers, body: JSON.stringify(body), credentials: 'same-origin' });
  } catch {
    throw new SignInError(AWAY, 'NETWORK_ERROR');
  }
}

async function readSession(response: Response): Promise<SessionAnswer> {
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as Problem;
    throw new SignInError(problem.detail ?? `${AWAY} (${response.status})`, problem.code ?? 'INTERNAL_SERVER_ERROR', problem.traceId);
  }
  const { accessToken, expiresIn, user } = (await response.json()) as { accessToken: string; expiresIn: number; user: Viewer };
  return { accessToken, expiresAt: Date.now() + expiresIn * 1000, viewer: user };
}

export const openSession = async (credentials: { email: string; password: string }): Promise<SessionAnswer> =>
  readSession(await post('', credentials));

/** Undefined: there is no session, or no more. Throws when the platform could not be asked. */
export async function refreshSession(): Promise<SessionAnswer | undefined> {
  const response = await post('/refresh');
  return response.status === 401 || response.status === 204 ? undefined : readSession(response);
}

export const closeSession = async (): Promise<void> => void (await post('/sign-out'));
