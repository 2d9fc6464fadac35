import { randomUUID } from 'node:crypto';
import { JetStreamApiError, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';

/** The server's code for "another message came first". */
const WRONG_LAST_SEQUENCE = 10071;

export interface Lease {
  /** Takes or renews the lease. False when another process holds it. Throws when the server cannot be asked. */
  hold(): Promise<boolean>;
  /** Lets go at once, so that a waiting process need not wait for the lease to run out. */
  release(): Promise<void>;
}

/**
 * The right to run a consumer. JetStream would share a durable between processes message by message and so lose the order of a key;
 * with a lease one process runs it, and another of the same service takes over when that one ends or dies.
 * It is the last message of a subject, replaced by compare-and-set and dropped by the server when it gets too old.
 */
export function createLease(js: JetStreamClient, jsm: JetStreamManager, stream: string, subject: string): Lease {
  const owner = randomUUID();
  let held = 0;

  async function replace(sequence: number): Promise<boolean> {
    try {
      held = (await js.publish(subject, owner, { expect: { lastSubjectSequence: sequence }, timeout: 2_000 })).seq;
      return true;
    } catch (error) {
      if (error instanceof JetStreamApiError && error.code === WRONG_LAST_SEQUENCE) return false;
      throw error;
    }
  }

  return {
    async hold() {
      if (await replace(held)) return true;
      // Ours may have run out without anybody taking it, or the answer to our last renewal was lost on the way.
      const last = await jsm.streams.getMessage(stream, { last_by_subj: subject });
      const own = last?.string() === owner;
      held = 0;
      return last && !own ? false : replace(last?.seq ?? 0);
    },
    async release() {
      if (held > 0) await jsm.streams.purge(stream, { filter: subject, seq: held + 1 });
      held = 0;
    },
  };
}
