import type { User } from './user.ts';

/** A refresh token lives this long; each rotation starts anew. */
export const REFRESH_LIFETIME_MS = 14 * 24 * 60 * 60 * 1000;
/** An access token lives this long, in seconds. */
export const ACCESS_LIFETIME_SECONDS = 5 * 60;

/** One sign-in of one person: the family of all refresh tokens that follow each other. */
export interface UserSession {
  id: string;
  tenant: string;
  userId: string;
  /** SHA-256 of the part that all tokens of the session share, hexadecimal. */
  familyHash: string;
  /** SHA-256 of the one token that works now, hexadecimal. */
  tokenHash: string;
  createdAt: Date;
  expiresAt: Date;
  endedAt?: Date;
}

/** What signing in and refreshing give. */
export interface OpenedSession {
  accessToken: string;
  refreshToken: string;
  scopes: string[];
  user: User;
}
