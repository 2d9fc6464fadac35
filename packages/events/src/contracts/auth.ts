import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { instant } from './shared.ts';

export const authSessionRevoked = defineEvent({
  type: 'auth.session.revoked',
  version: 1,
  description: 'A sign-in session was ended before its time. Access tokens that were given out in it are worth nothing from now on.',
  schema: z.object({
    userId: z.string(),
    sessionId: z.string(),
    reason: z.enum(['SIGN_OUT', 'PASSWORD_CHANGED', 'USER_DISABLED', 'TOKEN_REUSED']),
    at: instant,
  }),
});

export const authUserChanged = defineEvent({
  type: 'auth.user.changed',
  version: 1,
  description: 'What a person may do has changed. Access tokens from before are worth at most what both allow.',
  schema: z.object({
    userId: z.string(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    disabled: z.boolean(),
    at: instant,
  }),
});

export const authClientRevoked = defineEvent({
  type: 'auth.client.revoked',
  version: 1,
  description: 'An API client was revoked. Its access tokens are worth nothing from now on.',
  schema: z.object({ clientId: z.string(), at: instant }),
});
