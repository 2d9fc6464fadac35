import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

const TICKS_PER_SECOND = 100; // what Linux counts processor time in
const WARM_UP = 1_000; // requests
const MOST_WARM_UP_MS = 12_000;
const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

export interface Load {
  perSecond: number;
  /** Processor time of the gateway's process a request, in ms. */
  cpu: number;
  /** Share of its core that the gateway had: well below 1, something else was the limit and `perSecond` says little. */
  busy: number;
  bytes: number;
}

/**
 * Asks as fast as answers come over so many connections, for so long. `tokenOf`: of the n-th request. Throws when an answer is not 200 or has errors. Requests
 * are written before, and answers are only counted: whoever asks must cost little beside who answers, or it is measured with it.
 */
export async function load(options: {
  url: string;
  pid: number;
  query: string;
  connections: number;
  seconds: number;
  tokenOf(index: number): string | undefined;
}): Promise<Load> {
  const { url, pid, connections } = options;
  const { hostname, port, pathname, host } = new URL(url);
  const body = JSON.stringify({ query: options.query });
  const written = new Map<string | undefined, Buffer>();
  const requestWith = (token: string | undefined): Buffer => {
    const known = written.get(token);
    if (known) return known;
    const head = [
      `POST ${pathname} HTTP/1.1`,
      `host: ${host}`,
      'content-type: application/json',
      'accept: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      ...(token ? [`authorization: Bearer ${token}`] : []),
    ];
    const request = Buffer.from(`${head.join('\r\n')}${HEAD_END}${body}`);
    written.set(token, request);
    return request;
  };
  let count = 0;
  let bytes = 0;
  const ask = async (client: Client) => {
    const answer = await client.ask(requestWith(options.tokenOf(count++)));
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
    if (bytes === 0 && 'errors' in JSON.parse(answer.text())) throw new Error(`${url} answered ${answer.text().slice(0, 500)}`);
    bytes = answer.bytes;
  };
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(Number(port), hostname)));
  const run = async (seconds: number) => {
    const end = performance.now() + seconds * 1000;
    let done = 0;
    const [cpu, start] = [cpuOf(pid), performance.now()];
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          await ask(client);
          done++;
        }
      }),
    );
    return { done, cpu: cpuOf(pid) - cpu, seconds: (performance.now() - start) / 1000 };
  };
  try {
    const end = performance.now() + MOST_WARM_UP_MS;
    for (let done = 0; done < WARM_UP && performance.now() < end;) done += (await run(1)).done; // until code is compiled and connections are open
    const { done, cpu, seconds } = await run(options.seconds);
    return { perSecond: done / seconds, cpu: (cpu * 1000) / done, busy: cpu / seconds, bytes };
  } finally {
    for (const client of clients) client.close();
  }
}

interface HttpAnswer {
  status: number;
  /** Of the body; as it came over the line where it came in chunks. */
  bytes: number;
  /** Of a connection's first answer. */
  text(): string;
}

interface Client {
  ask(request: Buffer): Promise<HttpAnswer>;
  close(): void;
}

const READ_BYTES = 256 * 1024;
/** What arrives is looked at at once, so that all connections share the place where it is put: nothing is left to be collected. */
const shared = Buffer.allocUnsafeSlow(READ_BYTES);

/** One connection, one request at a time. Only the first answer is kept. */
async function openClient(port: number, host: string): Promise<Client> {
  let waiting: { resolve(answer: HttpAnswer): void; reject(error: Error): void } | undefined;
  let first: Buffer[] | undefined = [];
  let begun = false;
  let status = 0;
  let bytes = 0;
  let expected: number | undefined; // undefined: in chunks
  const read = (data: Buffer): void => {
    let piece = data;
    if (!begun) {
      begun = true;
      const end = data.indexOf(HEAD_END); // heads are far smaller than what arrives at once
      const head = data.toString('latin1', 0, end);
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      status = Number(head.slice(9, 12));
      expected = length === undefined ? undefined : Number(length);
      piece = data.subarray(end + HEAD_END.length);
      bytes = 0;
    }
    first?.push(Buffer.from(piece));
    bytes += piece.length;
    if (expected === undefined ? data.toString('latin1', data.length - LAST_CHUNK.length) !== LAST_CHUNK : bytes < expected) return;
    begun = false;
    const [whole, chunked] = [first ?? [], expected === undefined];
    first = undefined;
    const text = () => (chunked ? dechunk(Buffer.concat(whole)) : Buffer.concat(whole).toString());
    waiting?.resolve({ status, bytes, text });
  };
  const callback = (size: number) => {
    read(shared.subarray(0, size));
    return true;
  };
  const socket: Socket = connect({ port, host, noDelay: true, onread: { buffer: shared, callback } });
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('The gateway closed a connection.')));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(request);
      }),
    close: () => {
      waiting = undefined;
      socket.destroy();
    },
  };
}

function dechunk(body: Buffer): string {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const line = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, line), 16);
    if (length === 0) return Buffer.concat(parts).toString();
    parts.push(body.subarray(line + 2, line + 2 + length));
    at = line + length + 4;
  }
}

/**
 * Milliseconds that each of the requests took which are sent at a steady pace, whether or not answers keep up, counted from when it was due. The first
 * second does not count.
 */
export async function pace(options: { perSecond: number; seconds: number; ask(index: number): Promise<unknown> }): Promise<number[]> {
  const { perSecond, seconds, ask } = options;
  const start = performance.now();
  const waits: number[] = [];
  const sent: Promise<void>[] = [];
  for (let index = 0; index < perSecond * (seconds + 1); index++) {
    const due = start + (index * 1000) / perSecond;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve, Math.max(due - performance.now(), 0)));
    sent.push(
      ask(index).then(() => {
        if (index >= perSecond) waits.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(sent);
  return waits;
}

/** Processor time of a process so far, in seconds. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Most memory that a process had at a time, in MB. */
export const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
