import { authClientRevoked, authSessionRevoked, authUserChanged, type EventBus, type LoggedEvent } from '@customerai/events';
import type { KnownViewer, Logger } from '@customerai/service';
import { followLog } from '../subscribe/follow-log.ts';

const REMEMBERED_MS = 15 * 60_000; // three times as long as an access token lives
const PRUNE_EVERY = 1_000; // events

export interface Change {
  tenant: string;
  /** Of a person, or of an API client. */
  userId: string;
}

/** What was taken away since access tokens were given out: they are not looked up, so the gateway remembers. Fed from the auth service's events. */
export interface Revocations extends AsyncDisposable {
  /** What is left of a token's rights; undefined when nobody may act on it any more. `issuedAt`: in ms since 1970. */
  check(viewer: KnownViewer, issuedAt: number): KnownViewer | undefined;
  /** Returns what ends the listening. */
  onChange(listener: (change: Change) => void): () => void;
}

export async function watchRevocations({ bus, log }: { bus: EventBus; log: Logger }): Promise<Revocations> {
  const sessions = new Map<string, number>();
  const users = new Map<string, { scopes: ReadonlySet<string> | undefined; at: number; seen: number }>();
  const clients = new Map<string, number>();
  const listeners = new Set<(change: Change) => void>();
  const stop = new AbortController();
  const opened = Promise.withResolvers<void>();
  let last = 0;
  let received = 0;

  function receive({ sequence, event }: LoggedEvent): void {
    last = sequence;
    const now = Date.now();
    try {
      if (event.type === authSessionRevoked.type) {
        const { data, tenant } = authSessionRevoked.parse(event);
        sessions.set(`${tenant}\n${data.sessionId}`, now);
        tell({ tenant, userId: data.userId });
      } else if (event.type === authClientRevoked.type) {
        const { data, tenant } = authClientRevoked.parse(event);
        clients.set(`${tenant}\n${data.clientId}`, now);
        tell({ tenant, userId: data.clientId });
      } else {
        const { data, tenant } = authUserChanged.parse(event);
        const scopes = data.disabled ? undefined : new Set(data.scopes);
        users.set(`${tenant}\n${data.userId}`, { scopes, at: Date.parse(data.at), seen: now });
        tell({ tenant, userId: data.userId });
      }
    } catch (error) {
      log.error({ err: error as Error, eventId: event.id, eventType: event.type }, 'an event of the auth service could not be understood');
    }
    if (++received % PRUNE_EVERY === 0) prune(now - REMEMBERED_MS);
  }

  function tell(change: Change): void {
    for (const listener of listeners) listener(change);
  }

  function prune(before: number): void {
    for (const ended of [sessions, clients]) for (const [key, seen] of ended) if (seen < before) ended.delete(key);
    for (const [key, { seen }] of users) if (seen < before) users.delete(key);
  }

  void followLog({
    bus,
    types: [authSessionRevoked.type, authUserChanged.type, authClientRevoked.type],
    where: async () => (last > 0 ? { from: last + 1 } : { since: new Date(Date.now() - REMEMBERED_MS) }),
    onOpen: opened.resolve,
    onEvent: receive,
    signal: stop.signal,
    tries: Number.POSITIVE_INFINITY,
    log,
  });
  await opened.promise;

  return {
    check: (viewer, issuedAt) => {
      if (viewer.sessionId !== undefined && sessions.has(`${viewer.tenant}\n${viewer.sessionId}`)) return undefined;
      if (viewer.kind === 'client' && clients.has(`${viewer.tenant}\n${viewer.id}`)) return undefined;
      const change = viewer.kind === 'user' ? users.get(`${viewer.tenant}\n${viewer.id}`) : undefined;
      // Tokens tell their time in whole seconds: one of the second of the change may be from before it. A newer token has the new rights anyway.
      if (!change || issuedAt > change.at) return viewer;
      const { scopes } = change;
      return scopes && { ...viewer, scopes: viewer.scopes.filter((scope) => scopes.has(scope)) };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [Symbol.asyncDispose]: async () => stop.abort(),
  };
}
