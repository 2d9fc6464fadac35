import type { SubgraphReply } from './entity-requests.ts';
import { isObject } from './json.ts';

/** A service's answer from its JSON. Throws for what is none. */
export function parseReply(text: string): SubgraphReply {
  const reply: unknown = JSON.parse(text);
  if (!isObject(reply)) throw new Error('The answer is no JSON object.');
  return Object.assign(reply, { unescaped: !text.includes('\\') });
}
