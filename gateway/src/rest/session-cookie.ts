import type { Request, Response } from 'express';

const NAME = 'customerai_session';
const PATH = '/api/v1/auth/session';
const DAYS_14_MS = 14 * 24 * 60 * 60 * 1000; // as long as the refresh token in it lives

/** Over TLS, ours or a proxy's, the cookie is sent over TLS only. */
const options = (request: Request) =>
  ({ httpOnly: true, sameSite: 'strict', path: PATH, secure: request.secure || request.get('x-forwarded-proto') === 'https' }) as const;

export function setSessionCookie(request: Request, response: Response, refreshToken: string): void {
  response.cookie(NAME, refreshToken, { ...options(request), maxAge: DAYS_14_MS });
}

export function clearSessionCookie(request: Request, response: Response): void {
  response.clearCookie(NAME, options(request));
}

export function readSessionCookie(request: Request): string | undefined {
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === NAME && value) return decodeURIComponent(value);
  }
  return undefined;
}
