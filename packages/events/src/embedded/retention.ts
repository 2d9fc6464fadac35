import type { DatabaseSync } from 'node:sqlite';
import type { BusLog } from '../bus.ts';
import type { EventLog } from './event-log.ts';
import type { Positions } from './positions.ts';

export interface Retention {
  /** Longest stay in ms. Default 7 days: as long as the outboxes keep what they could send again. */
  maxAge?: number;
  /** Most events. Default 1,000,000, about 1 GB. */
  maxEvents?: number;
}

const DEFAULTS = { maxAge: 7 * 86_400_000, maxEvents: 1_000_000 };
const EVERY_MS = 60_000;
/** Rows deleted before the event loop gets its turn. */
const CHUNK = 500;

/** Drops old events, but never one that a consumer known to this log has not finished. Returns a sweep to call and what stops the timer. */
export function startRetention(
  database: DatabaseSync,
  { log, positions, report, now, limits }: { log: EventLog; positions: Positions; report: BusLog; now: () => Date; limits: Retention },
): { sweep(): Promise<number>; stop(): void } {
  const { maxAge, maxEvents } = { ...DEFAULTS, ...limits };
  // Events are appended in order of time, so the first that is young enough ends the search.
  const youngest = database.prepare('SELECT sequence FROM events WHERE stored_at >= ? ORDER BY sequence LIMIT 1');
  const remove = database.prepare('DELETE FROM events WHERE sequence IN (SELECT sequence FROM events WHERE sequence <= ? ORDER BY sequence LIMIT ?)');
  let stopped = false;

  async function sweep(): Promise<number> {
    const young = youngest.get(now().getTime() - maxAge);
    const byAge = young ? Number(young.sequence) - 1 : log.lastSequence;
    const wanted = Math.max(byAge, log.lastSequence - maxEvents);
    const slowest = positions.lowest();
    const allowed = Math.min(wanted, slowest?.floor ?? wanted);
    if (slowest && allowed < wanted) {
      report.warn({ consumer: slowest.name, kept: wanted - allowed }, 'old events are kept for a consumer that has not finished them');
    }
    let dropped = 0;
    for (let changes = CHUNK; changes === CHUNK && !stopped;) {
      changes = Number(remove.run(allowed, CHUNK).changes);
      dropped += changes;
      await new Promise(setImmediate);
    }
    return dropped;
  }

  const timer = setInterval(() => {
    sweep().catch((error: Error) => report.error({ error: error.message }, 'old events could not be dropped'));
  }, EVERY_MS).unref();
  return {
    sweep,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
