/** One HTTP answer as a whole. Its reader takes the text out of it (decision 10, "What is dead and stays"). */
export interface HttpAnswer {
  status: number;
  /** The header lines. */
  head: string;
  text: string;
  /** Whether that is ASCII. */
  ascii: boolean;
  /** Whether the connection may be used again, and for how many ms it may stay idle where the service says so. */
  reusable: boolean;
  idleMs: number | undefined;
}

export interface AnswerReader {
  /** Takes what arrived; the answer once it is complete. Throws for what is not HTTP/1.1. The bytes are not kept beyond the call. */
  take(data: Buffer): HttpAnswer | undefined;
  /** The connection has ended: the answer where its end is what ends it. */
  end(): HttpAnswer | undefined;
}

interface Head extends Pick<HttpAnswer, 'status' | 'head' | 'reusable' | 'idleMs'> {
  /** In bytes; 'chunked', or 'close' where the end of the connection ends it. */
  length: number | 'chunked' | 'close';
}

const HEAD_END = '\r\n\r\n';
const MAX_HEAD = 64 * 1024;
const LENGTH = /\r\ncontent-length:[ \t]*(\d+)[ \t]*(?:\r\n|$)/i;
const CODING = /\r\ntransfer-encoding:([^\r\n]*)/i;
const CONNECTION = /\r\nconnection:([^\r\n]*)/i;
const IDLE = /\r\nkeep-alive:[^\r\n]*\btimeout=(\d+)/i;
const none = Buffer.alloc(0);

/** Reads the answers of one connection (RFC 9112), one after the other, however they are cut. An answer that comes in one piece is not copied. */
export function createAnswerReader(): AnswerReader {
  let head: Head | undefined;
  let before: Head | undefined; // heads of one connection are often alike
  let kept: Buffer[] = [];
  let size = 0; // of what is kept
  let filling: Buffer | undefined; // the body of an answer that says its length, filled as it comes
  let tail: Buffer = none; // the last bytes of a body in chunks

  /** `body`: the bytes of the text. */
  const done = (body: Buffer, excess: boolean): HttpAnswer => {
    const { status, head: lines, reusable, idleMs } = head!;
    head = undefined;
    kept = [];
    size = 0;
    filling = undefined;
    tail = none;
    const text = body.toString();
    return { status, head: lines, text, ascii: text.length === body.length, reusable: reusable && !excess, idleMs };
  };

  function keep(data: Buffer): void {
    if (data.length === 0) return;
    kept.push(Buffer.from(data)); // the reader's buffer is used again
    size += data.length;
  }

  function join(data: Buffer): Buffer {
    const whole = kept.length === 0 ? data : Buffer.concat([...kept, data]);
    kept = [];
    size = 0;
    return whole;
  }

  function take(data: Buffer): HttpAnswer | undefined {
    if (!head) {
      const whole = join(data);
      const end = whole.indexOf(HEAD_END);
      if (end < 0) {
        if (whole.length > MAX_HEAD) throw new Error('The head of the answer is too large.');
        keep(whole);
        return undefined;
      }
      const text = whole.toString('latin1', 0, end);
      const read = before?.head === text ? before : (before = readHead(text));
      const rest = whole.subarray(end + HEAD_END.length);
      if (read.status < 200) return rest.length > 0 ? take(rest) : undefined; // "100 Continue" and its like
      head = read;
      return take(rest);
    }
    const { length } = head;
    if (typeof length === 'number') {
      if (!filling && data.length >= length) return done(data.subarray(0, length), data.length > length);
      filling ??= Buffer.allocUnsafe(length);
      const missing = length - size;
      size += data.copy(filling, size);
      return data.length < missing ? undefined : done(filling, data.length > missing);
    }
    if (length === 'close') return void keep(data);
    // A body in chunks ends with an empty line: looked at as a whole only when there is one.
    tail = Buffer.concat([tail, data.subarray(-HEAD_END.length)]).subarray(-HEAD_END.length);
    if (tail.toString('latin1') !== HEAD_END) return void keep(data);
    const whole = join(data);
    const read = readChunks(whole);
    if (read) return done(read.body, read.end < whole.length);
    return void keep(whole);
  }

  return {
    take,
    end: () => (head?.length === 'close' ? done(join(none), true) : undefined),
  };
}

function readHead(text: string): Head {
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1]);
  if (!status) throw new Error('The answer is not HTTP/1.1.');
  const length = LENGTH.exec(text)?.[1];
  const coding = CODING.exec(text)?.[1]?.trim();
  if (coding !== undefined && (coding.toLowerCase() !== 'chunked' || length !== undefined))
    throw new Error(`The answer has a transfer coding that is not understood: ${coding}.`);
  const connection = CONNECTION.exec(text)?.[1]?.trim().toLowerCase();
  const idle = IDLE.exec(text)?.[1];
  const bodiless = status === 204 || status === 304;
  const framed = bodiless || length !== undefined || coding !== undefined;
  return {
    status,
    head: text,
    reusable: framed && connection !== 'close' && (text.startsWith('HTTP/1.1') || connection === 'keep-alive'),
    idleMs: idle === undefined ? undefined : Number(idle) * 1000,
    length: bodiless ? 0 : coding !== undefined ? 'chunked' : length === undefined ? 'close' : Number(length),
  };
}

/** The body of whole chunks, and where it ends; undefined when more has to come. Trailers are passed over. */
function readChunks(whole: Buffer): { body: Buffer; end: number } | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = whole.indexOf('\r\n', at);
    if (line < 0) return undefined;
    const digits = /^([0-9a-f]{1,8})[ \t]*(?:;|$)/i.exec(whole.toString('latin1', at, line))?.[1];
    if (digits === undefined) throw new Error('The answer has a chunk without a length.');
    const length = Number.parseInt(digits, 16);
    if (length === 0) {
      const end = whole.indexOf(HEAD_END, line);
      return end < 0 ? undefined : { body: Buffer.concat(parts), end: end + HEAD_END.length };
    }
    if (whole.length < line + 2 + length + 2) return undefined;
    parts.push(whole.subarray(line + 2, line + 2 + length));
    at = line + 2 + length + 2;
  }
}
