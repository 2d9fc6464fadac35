import type { SubgraphReply } from './entity-requests.ts';
import { isObject } from './json.ts';

/** What is known of the strings of a JSON text, or of all that a run was sent; nothing where it never was JSON. */
export interface Wording {
  /** None has a character that JSON escapes. */
  unescaped: boolean;
  /** All of it is ASCII besides, so that it has as many bytes as characters. */
  ascii: boolean;
}

/** A service's answer from its JSON; `ascii`: whether it is known to be. Throws for what is none. */
export function parseReply(text: string, ascii = false): SubgraphReply {
  const reply: unknown = JSON.parse(text);
  if (!isObject(reply)) throw new Error('The answer is no JSON object.');
  const unescaped = !text.includes('\\');
  return Object.assign(reply, { wording: { unescaped, ascii: unescaped && ascii } });
}

/** Keeps in `all` what holds for one more reply too. */
export function noteWording(all: Wording, { wording }: SubgraphReply): void {
  all.unescaped &&= wording?.unescaped === true;
  all.ascii &&= wording?.ascii === true;
}
