import type { Clock, Viewer } from '@customerai/service';
import type { Identity } from '../auth/access-tokens.ts';
import type { Revocations } from '../auth/revocations.ts';

const SWEEP_MS = 250; // a token's end is noticed within this time
const BEATS = 48; // of a sweep each: every connection has its turn once in 12 s
const DRAIN_PER_CLIENT_MS = 5;
const LONGEST_DRAIN_MS = 5_000;

/** Something that is kept open for a client: a socket, or an HTTP answer that streams. */
export interface Connection {
  /** Of the token that it came with, or of a fresher one. */
  readonly identity: Identity;
  /** Nobody may ask in this identity's name any more. */
  end(message: string): void;
  /** The rights of the identity are these from now on. */
  allow(viewer: Viewer): void;
  /** A sign of life is due; also where a dead one is found out. */
  beat(): void;
  /** Asks the client to come again, at this or another gateway. */
  leave(): void;
}

/** All open connections: one timer for all of them, because there are tens of thousands. */
export interface Connections extends AsyncDisposable {
  /** Counts the connection to its user. False when the user has as many as may be: it is not added then. */
  add(connection: Connection): boolean;
  remove(connection: Connection): void;
  /** Whether the user may have one more. */
  hasRoom(viewer: Viewer): boolean;
  readonly size: number;
  /** A drain has begun: nothing new is opened. */
  readonly closing: boolean;
  /** Sends everybody away, spread over at most 5 s (5 ms a client), so that they do not all come again at once. */
  drain(): Promise<void>;
}

const userOf = (viewer: Viewer): string | undefined => (viewer.kind === 'anonymous' ? undefined : `${viewer.kind}\n${viewer.tenant}\n${viewer.id}`);

export function createConnections(options: { revocations: Revocations; perUser: number; clock: Clock }): Connections {
  const { revocations, perUser, clock } = options;
  const beats = Array.from({ length: BEATS }, () => new Set<Connection>());
  const placed = new Map<Connection, { beat: number; user: string | undefined }>();
  const users = new Map<string, number>();
  let turn = 0;
  let closing = false;

  function sweep(): void {
    const now = clock().getTime();
    for (const connection of placed.keys())
      if ((connection.identity.expiresAt ?? Infinity) <= now) connection.end('The access token has expired. Connect again with a new one.');
    turn = (turn + 1) % BEATS;
    for (const connection of beats[turn]!) connection.beat();
  }
  const timer = setInterval(sweep, SWEEP_MS).unref();

  const stopListening = revocations.onChange((changed) => {
    for (const connection of placed.keys()) {
      const { viewer, issuedAt } = connection.identity;
      if (viewer.kind === 'anonymous' || viewer.tenant !== changed.tenant || viewer.id !== changed.userId) continue;
      const left = revocations.check(viewer, issuedAt ?? 0);
      if (!left) connection.end('This session was ended. Sign in again.');
      else connection.allow(left);
    }
  });

  function remove(connection: Connection): void {
    const place = placed.get(connection);
    if (!place) return;
    placed.delete(connection);
    beats[place.beat]!.delete(connection);
    if (place.user === undefined) return;
    const left = users.get(place.user)! - 1;
    if (left > 0) users.set(place.user, left);
    else users.delete(place.user);
  }

  const hasRoom = (viewer: Viewer) => (users.get(userOf(viewer) ?? '') ?? 0) < perUser;

  return {
    add: (connection) => {
      const user = userOf(connection.identity.viewer);
      if (user !== undefined && !hasRoom(connection.identity.viewer)) return false;
      remove(connection);
      if (user !== undefined) users.set(user, (users.get(user) ?? 0) + 1);
      const beat = placed.size % BEATS;
      placed.set(connection, { beat, user });
      beats[beat]!.add(connection);
      return true;
    },
    remove,
    hasRoom,
    get size() {
      return placed.size;
    },
    get closing() {
      return closing;
    },
    drain: async () => {
      closing = true;
      const leaving = [...placed.keys()];
      const step = Math.min(DRAIN_PER_CLIENT_MS, LONGEST_DRAIN_MS / Math.max(leaving.length, 1));
      const start = performance.now();
      for (let index = 0; index < leaving.length;) {
        const due = Math.floor((performance.now() - start) / step) + 1;
        for (; index < Math.min(due, leaving.length); index++) leaving[index]!.leave();
        if (index < leaving.length) await new Promise((resolve) => setTimeout(resolve, step));
      }
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      stopListening();
    },
  };
}
