import { useSyncExternalStore } from 'react';

/** `connecting`: on the way, or not needed yet. `lost`: was live and is not; it is tried again by itself. */
export type ConnectionPhase = 'connecting' | 'live' | 'lost';

const PATIENCE_MS = 1_500; // a socket that changes its token is back well within this; nobody needs to hear of that

/** How the WebSocket fares, and how often it came back: whoever shows live data asks again when `epoch` grows, because it may have missed something. */
export interface Connection {
  phase(): ConnectionPhase;
  epoch(): number;
  subscribe(listener: () => void): () => void;
  opened(): void;
  closed(): void;
}

export function createConnection(): Connection {
  let phase: ConnectionPhase = 'connecting';
  let epoch = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    phase: () => phase,
    epoch: () => epoch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    opened: () => {
      clearTimeout(timer);
      timer = undefined;
      phase = 'live';
      epoch++;
      tell();
    },
    closed: () => {
      if (phase !== 'live' || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        phase = 'lost';
        tell();
      }, PATIENCE_MS);
    },
  };
}

export const connection: Connection = createConnection();

export const useConnectionPhase = (): ConnectionPhase => useSyncExternalStore(connection.subscribe, connection.phase);
/** Grows by one with each connection that is made; the first is 1. */
export const useConnectionEpoch = (): number => useSyncExternalStore(connection.subscribe, connection.epoch);
