import type { Message } from './message.ts';

/** How one transport over HTTP writes what a stream says. */
export interface HttpFormat {
  headers: Readonly<Record<string, string>>;
  /** Before everything else; `cursor` where the stream begins. */
  begin(cursor: string): string;
  /** The bytes of one message; the same for all who get it. */
  next(message: Message): Buffer;
  /** An answer to a query or mutation. */
  answer(payload: object): string;
  /** The stream is over because the client or the platform has nothing more to say. */
  complete(): string;
  /** Errors that end the stream after it has begun. */
  fail(errors: readonly object[]): string;
  /** Keeps proxies from closing an idle stream. */
  beat: string;
}

const cached = (message: Message, key: string, build: () => Buffer): Buffer => {
  const frames = (message.frames ??= new Map());
  let frame = frames.get(key);
  if (!frame) frames.set(key, (frame = build()));
  return frame;
};

/** The line with the event's id, which browsers send back. */
export const idOf = ({ cursor }: Message) => (cursor === undefined ? '' : `id: ${cursor}\n`);

const LINE = Buffer.from('\r\n');

/** Server-sent events in the "distinct connections mode" of graphql-sse; the event's id is the cursor, which browsers send back as `Last-Event-ID`. */
export const sse: HttpFormat = {
  headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  begin: (cursor) => (cursor ? `: begun\nid: ${cursor}\n\n` : ': begun\n\n'),
  next: (message) =>
    cached(message, '\nsse', () => Buffer.concat([Buffer.from(`event: next\n${idOf(message)}data: `), message.payload, Buffer.from('\n\n')])),
  answer: (payload) => `event: next\ndata: ${JSON.stringify(payload)}\n\n`,
  complete: () => 'event: complete\ndata:\n\n',
  fail: (errors) => `event: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata:\n\n`,
  beat: ':\n\n',
};

/** Apollo's multipart subscription protocol 1.0: https://www.apollographql.com/docs/graphos/routing/operations/subscriptions/multipart-protocol */
export const multipart: HttpFormat = {
  headers: { 'content-type': 'multipart/mixed; boundary="graphql"; subscriptionSpec="1.0"', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  begin: () => '\r\n--graphql',
  next: (message) =>
    cached(message, '\nmultipart', () => Buffer.concat([part('{"payload":'), message.payload, Buffer.from('}'), LINE, Buffer.from('--graphql')])),
  answer: (payload) => `${partText(JSON.stringify({ payload }))}\r\n--graphql`,
  complete: () => '--\r\n',
  fail: (errors) => `${partText(JSON.stringify({ payload: null, errors }))}\r\n--graphql--\r\n`,
  beat: `${partText('{}')}\r\n--graphql`,
};

function partText(body: string): string {
  return `\r\ncontent-type: application/json\r\n\r\n${body}`;
}
const part = (body: string) => Buffer.from(partText(body));

/** Which transport the `Accept` header asks for; undefined when an answer in one piece is wanted. */
export function formatFor(accept: string | undefined): HttpFormat | undefined {
  for (const one of (accept ?? '').toLowerCase().split(',')) {
    if (/^\s*text\/event-stream\b/.test(one)) return sse;
    if (/^\s*multipart\/mixed\b/.test(one) && /;\s*subscriptionspec\s*=\s*"?1\.0"?/.test(one)) return multipart;
  }
  return undefined;
}
