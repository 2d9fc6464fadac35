import type { IncomingMessage } from 'node:http';
import type { Identity } from '../auth/access-tokens.ts';

/** What the quick way found out of a request before it left it to the ordinary one: a body can be read once only. */
export interface Early {
  body: Buffer;
  identity: Promise<Identity> | undefined;
}

const found = new WeakMap<IncomingMessage, Early>();

export const keepEarly = (request: IncomingMessage, early: Early): void => void found.set(request, early);
export const earlyOf = (request: IncomingMessage): Early | undefined => found.get(request);
