import type { IncomingMessage } from 'node:http';

/** What the quick way needs of a request's head. */
export interface PlainHead {
  /** Of the body, in bytes. */
  length: number;
  authorization: string | undefined;
  traceparent: string | undefined;
  origin: string | undefined;
}

const METHOD = 'POST';
const PATH = '/graphql';
const START = `${METHOD} ${PATH} HTTP/1.1\r\n`;
const FORM = /^(?:[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*\r\n)+$/;
const MAX_CHARACTERS = 8 * 1024;
const LENGTH = /^\d{1,9}$/;
const PLAIN_TYPE = /^application\/json(; ?charset=utf-?8)?$/i;
const PLAIN_ACCEPT: ReadonlySet<string | undefined> = new Set([undefined, '*/*', 'application/json']);
/** Each of them changes how a request is read. */
const SPECIAL = ['transfer-encoding', 'content-encoding', 'expect', 'upgrade', 'trailer'];
const ONCE = new Set(['host', 'content-length', 'content-type', 'accept', 'authorization', 'connection', 'origin', 'traceparent']);

/**
 * Reads the head of a request (RFC 9112) up to and with the end of its last line, where it is a POST of JSON to /graphql in its plainest form. Undefined for
 * everything else, what is wrong included: Node's parser decides on that.
 */
export function readPlainHead(text: string): PlainHead | undefined {
  if (!text.startsWith(START) || text.length > MAX_CHARACTERS) return undefined;
  const lines = text.slice(START.length);
  if (!FORM.test(lines)) return undefined;
  const once: Record<string, string> = {};
  for (let at = 0; at < lines.length;) {
    const end = lines.indexOf('\r\n', at);
    const colon = lines.indexOf(':', at);
    const name = lines.slice(at, colon).toLowerCase();
    if (SPECIAL.includes(name)) return undefined;
    if (ONCE.has(name)) {
      if (Object.hasOwn(once, name)) return undefined;
      once[name] = trim(lines, colon + 1, end);
    }
    at = end + 2;
  }
  const { host, connection, accept, authorization, traceparent, origin } = once;
  const length = once['content-length'] ?? '';
  if (host === undefined || (connection !== undefined && connection.toLowerCase() !== 'keep-alive')) return undefined;
  if (!LENGTH.test(length) || !PLAIN_TYPE.test(once['content-type'] ?? '') || !PLAIN_ACCEPT.has(accept)) return undefined;
  return { length: Number(length), authorization, traceparent, origin };
}

/** Whether a request is one of that form, by what Node's parser made of its head; the parser has seen to the rest. */
export function isPlain({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === METHOD &&
    url === PATH &&
    LENGTH.test(headers['content-length'] ?? '') &&
    PLAIN_TYPE.test(headers['content-type'] ?? '') &&
    PLAIN_ACCEPT.has(headers.accept) &&
    !SPECIAL.some((name) => headers[name] !== undefined)
  );
}

/** Without the spaces and tabs around it. */
function trim(text: string, from: number, to: number): string {
  const isSpace = (at: number) => text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09;
  let [start, end] = [from, to];
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return text.slice(start, end);
}
