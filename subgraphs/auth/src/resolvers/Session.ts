import { ACCESS_LIFETIME_SECONDS } from '../domain/session.ts';
import type { SessionResolvers } from '../generated/resolvers.ts';

export const Session: SessionResolvers = {
  tokenType: () => 'Bearer',
  expiresIn: () => ACCESS_LIFETIME_SECONDS,
};
