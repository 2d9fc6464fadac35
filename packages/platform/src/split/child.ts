import type { FromSupervisor, ToSupervisor } from '@customerai/service';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

const KEPT_LINES = 12;

/** One process of the platform, from its start to its end. */
export interface Child {
  readonly pid: number;
  readonly startedAt: Date;
  /** Where it can be reached. Rejects when it ends before. */
  readonly ready: Promise<string>;
  readonly exited: Promise<void>;
  /** Set once `stop` was called: its end is no crash. */
  readonly stopping: boolean;
  /** How it ended, in words: `code 1`, `signal SIGKILL`. */
  readonly end: string | undefined;
  /** The last lines that it wrote. */
  lastLines(): readonly string[];
  /** Asks over the private channel (`Answers` of packages/service). Rejects when the process ends or does not answer in time. */
  ask<Value>(question: string, input?: unknown, timeoutMs?: number): Promise<Value>;
  /** SIGTERM, and SIGKILL after `limitMs`. Resolves when it has ended. */
  stop(limitMs: number): Promise<void>;
  kill(): void;
}

/** Follows a process that was just started. `listening`: for programs that cannot tell by themselves when they are ready. */
export function follow(process: ChildProcess, options: { onLine(line: string): void; listening?: (ended: Promise<void>) => Promise<string> }): Child {
  const lines: string[] = [];
  const readers = [process.stdout!, process.stderr!].map((stream) => createInterface({ input: stream }));
  for (const reader of readers)
    reader.on('line', (line) => {
      if (lines.push(line) > KEPT_LINES) lines.shift();
      options.onLine(line);
    });
  // Closed, not merely exited: its last lines have been read by then.
  const exited = new Promise<void>((resolve) => {
    process.once('close', () => resolve());
    process.once('error', () => resolve());
  });
  const state = { stopping: false, lastId: 0 };
  const asked = new Map<number, PromiseWithResolvers<any>>();
  const told = Promise.withResolvers<string>();
  process.on('message', (message: ToSupervisor) => {
    if (message.kind === 'ready') return told.resolve(message.url);
    const { resolve, reject } = asked.get(message.id) ?? {};
    asked.delete(message.id);
    if (message.error === undefined) resolve?.(message.value);
    else reject?.(new Error(message.error));
  });
  const ended = exited.then(() => {
    const error = new Error('The process has ended.');
    for (const { reject } of asked.values()) reject(error);
    asked.clear();
    throw error;
  });
  ended.catch(() => {});
  const ready = Promise.race([options.listening?.(exited) ?? told.promise, ended]);
  ready.catch(() => {});

  return {
    pid: process.pid ?? 0,
    startedAt: new Date(),
    ready,
    exited,
    get stopping() {
      return state.stopping;
    },
    get end() {
      if (process.signalCode) return `signal ${process.signalCode}`;
      return process.exitCode === null ? undefined : `code ${process.exitCode}`;
    },
    lastLines: () => lines,
    ask: async (question, input = null, timeoutMs = 10_000) => {
      const id = ++state.lastId;
      const answer = Promise.withResolvers<any>();
      asked.set(id, answer);
      const timer = setTimeout(() => answer.reject(new Error(`No answer to "${question}" within ${timeoutMs} ms.`)), timeoutMs);
      try {
        const message: FromSupervisor = { kind: 'ask', id, question, input };
        if (!process.connected) throw new Error('The process has ended.');
        process.send(message, (error) => error && answer.reject(error));
        return await answer.promise;
      } finally {
        clearTimeout(timer);
        asked.delete(id);
      }
    },
    stop: async (limitMs) => {
      state.stopping = true;
      process.kill('SIGTERM');
      const timer = setTimeout(() => process.kill('SIGKILL'), limitMs);
      await exited;
      clearTimeout(timer);
    },
    kill: () => {
      state.stopping = true;
      process.kill('SIGKILL');
    },
  };
}
