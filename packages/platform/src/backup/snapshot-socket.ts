import { mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BackupError } from './backup-error.ts';
import type { SnapshotContent } from './snapshot.ts';

const SOCKET = 'backup.sock';
/** In the data directory: the same disk, and as private. */
const SNAPSHOT = '.snapshot';
/** What the system allows for the path of a socket, less a little. */
const LONGEST_PATH = 100;

/** Where trouble is told; a pino logger fits. */
export interface SnapshotLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

type Answer = { directory: string; content: SnapshotContent } | { error: string };

/**
 * Lets a command of a second shell have a snapshot of the platform that runs on this data directory, over a socket in it that only its owner can
 * open. The snapshot lives as long as the connection: a command that is killed leaves nothing behind.
 */
export async function serveSnapshots(
  directory: string,
  take: (target: string) => Promise<SnapshotContent>,
  log: SnapshotLog,
): Promise<AsyncDisposable> {
  const path = join(directory, SOCKET);
  const target = join(directory, SNAPSHOT);
  await Promise.all([path, target].map((left) => rm(left, { recursive: true, force: true })));
  if (path.length > LONGEST_PATH) {
    log.warn({ path }, 'the path of the data directory is too long for a socket: backups need the platform stopped');
    return { [Symbol.asyncDispose]: async () => {} };
  }
  const sockets = new Set<Socket>();
  let busy: Promise<void> | undefined;
  let holder: Socket | undefined;
  // Half open: whoever lets go of a snapshot hears from us when it is cleared away, and may ask for the next.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    const closed = new Promise<void>((resolve) => {
      socket
        .on('error', () => {})
        .once('end', resolve)
        .once('close', resolve)
        .once('close', () => sockets.delete(socket));
    });
    void closed.then(async () => {
      if (socket === holder) await busy;
      socket.end();
    });
    socket.once('data', () => serve(socket, closed)); // who says nothing only wants to know whether somebody is here
  });
  function serve(socket: Socket, closed: Promise<void>): void {
    const answer = (value: Answer) => socket.write(`${JSON.stringify(value)}\n`);
    if (busy) {
      socket.end(`${JSON.stringify({ error: 'Another backup is being made of this platform. Wait for it.' } satisfies Answer)}\n`);
      return;
    }
    holder = socket;
    busy = (async () => {
      try {
        await rm(target, { recursive: true, force: true });
        await mkdir(target, { mode: 0o700 });
        answer({ directory: target, content: await take(target) });
        await closed;
      } catch (error) {
        log.error({ err: error }, 'no snapshot could be taken');
        answer({ error: `The running platform could not copy its data: ${(error as Error).message}` });
        socket.end();
      } finally {
        await rm(target, { recursive: true, force: true });
        busy = undefined;
      }
    })();
  }
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return {
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
      await busy;
    },
  };
}

export interface Snapshot extends AsyncDisposable {
  directory: string;
  content: SnapshotContent;
}

async function connectTo(directory: string): Promise<Socket | undefined> {
  const path = join(directory, SOCKET);
  if (path.length > LONGEST_PATH) return undefined;
  const socket = connect(path);
  const connected = await new Promise<boolean>((resolve) => socket.once('connect', () => resolve(true)).once('error', () => resolve(false)));
  return connected ? socket : undefined;
}

/** A snapshot of the platform that runs on this data directory; undefined when none runs. Disposing deletes it. Throws `BackupError`. */
export async function askForSnapshot(directory: string): Promise<Snapshot | undefined> {
  const socket = await connectTo(directory);
  if (!socket) return undefined;
  socket.on('error', () => {});
  socket.write('snapshot\n');
  let answer: Answer | undefined;
  for await (const line of createInterface({ input: socket })) {
    answer = JSON.parse(line) as Answer;
    break;
  }
  if (answer && 'content' in answer) return { ...answer, [Symbol.asyncDispose]: () => end(socket) };
  await end(socket);
  throw new BackupError(answer?.error ?? 'The platform stopped while it copied its data. Try again.');
}

/** Whether a platform that serves snapshots runs on this data directory. */
export async function isRunning(directory: string): Promise<boolean> {
  const socket = await connectTo(directory);
  if (socket) await end(socket);
  return socket !== undefined;
}

function end(socket: Socket): Promise<void> {
  if (socket.destroyed) return Promise.resolve();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.resume();
  socket.end();
  return closed;
}
