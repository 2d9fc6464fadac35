import type { StreamRequest } from './operate.ts';

/** What a client may send by graphql-transport-ws (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md). */
export type SocketMessage =
  | { type: 'connection_init' | 'ping' | 'pong'; payload: Record<string, unknown> | undefined }
  | { type: 'subscribe'; id: string; payload: StreamRequest }
  | { type: 'complete'; id: string };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isOptional = (value: unknown, type: 'string' | 'object') =>
  value === undefined || value === null || (type === 'string' ? typeof value === 'string' : isObject(value));

/** Reads one message. A fault says what is wrong with it, in a close reason's length. */
export function parseSocketMessage(text: string): SocketMessage | { fault: string } {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { fault: 'A message must be JSON.' };
  }
  if (!isObject(message)) return { fault: 'A message must be a JSON object.' };
  const { type, id, payload } = message;
  switch (type) {
    case 'connection_init':
    case 'ping':
    case 'pong':
      if (!isOptional(payload, 'object')) return { fault: `The payload of "${type}" must be an object.` };
      return { type, payload: (payload as Record<string, unknown> | null) ?? undefined };
    case 'complete':
      return typeof id === 'string' && id !== '' ? { type, id } : { fault: '"complete" needs an id.' };
    case 'subscribe': {
      if (typeof id !== 'string' || id === '') return { fault: '"subscribe" needs an id: a text that is not empty.' };
      const fault = faultOfRequest(payload);
      return fault === undefined ? { type, id, payload: payload as unknown as StreamRequest } : { fault };
    }
    default:
      return { fault: 'A message needs a type of the protocol graphql-transport-ws.' };
  }
}

/** What is wrong with a GraphQL request; undefined when nothing is. */
export function faultOfRequest(request: unknown): string | undefined {
  if (!isObject(request) || (typeof request['query'] !== 'string' && typeof request['documentId'] !== 'string'))
    return 'The payload needs a "query", a text, or the "documentId" of a persisted one.';
  if (!isOptional(request['operationName'], 'string')) return '"operationName" must be a text.';
  if (!isOptional(request['variables'], 'object')) return '"variables" must be an object.';
  if (!isOptional(request['extensions'], 'object')) return '"extensions" must be an object.';
  return undefined;
}
