import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/**
 * The secret of a text reader's cache, as configuration. Replicas and services with the same one share answers; without one, a process
 * remembers for itself alone.
 */
export const readerKey = z
  .string()
  .min(32, 'must have at least 32 characters')
  .optional()
  .transform((text) => (text === undefined ? randomBytes(32) : Buffer.from(text, 'utf8')));
