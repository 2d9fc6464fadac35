import { readFileSync } from 'node:fs';
import { Pool } from 'undici';

const TICKS_PER_SECOND = 100; // what Linux counts processor time in
const WARM_UP = 1_000; // requests
const MOST_WARM_UP_MS = 5_000;

export interface Load {
  perSecond: number;
  /** Processor time of the gateway's process a request, in ms. */
  cpu: number;
  bytes: number;
}

/** Asks as fast as answers come over so many connections, for so long. `tokenOf`: of the n-th request. Throws when an answer is not 200 or has errors. */
export async function load(options: {
  url: string;
  pid: number;
  query: string;
  connections: number;
  seconds: number;
  tokenOf(index: number): string | undefined;
}): Promise<Load> {
  const { origin, pathname } = new URL(options.url);
  const pool = new Pool(origin, { connections: options.connections });
  const body = JSON.stringify({ query: options.query });
  let count = 0;
  let bytes = 0;
  const ask = async () => {
    const token = options.tokenOf(count++);
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await pool.request({ method: 'POST', path: pathname, headers, body });
    const answer = await response.body.bytes();
    if (response.statusCode !== 200 || bytes === 0) {
      const text = Buffer.from(answer).toString();
      if (response.statusCode !== 200 || 'errors' in JSON.parse(text))
        throw new Error(`${options.url} answered ${response.statusCode} ${text.slice(0, 500)}`);
    }
    bytes = answer.length;
  };
  const run = async (seconds: number) => {
    const end = performance.now() + seconds * 1000;
    let done = 0;
    const worker = async () => {
      while (performance.now() < end) {
        await ask();
        done++;
      }
    };
    const [cpu, start] = [cpuOf(options.pid), performance.now()];
    await Promise.all(Array.from({ length: options.connections }, worker));
    return { done, cpu: cpuOf(options.pid) - cpu, seconds: (performance.now() - start) / 1000 };
  };
  try {
    const end = performance.now() + MOST_WARM_UP_MS;
    for (let done = 0; done < WARM_UP && performance.now() < end;) done += (await run(1)).done; // until code is compiled and connections are open
    const { done, cpu, seconds } = await run(options.seconds);
    return { perSecond: done / seconds, cpu: (cpu * 1000) / done, bytes };
  } finally {
    await pool.destroy();
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
