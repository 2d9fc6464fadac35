import { randomUUID } from 'node:crypto';
import { JetStreamApiError, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

/** The server's code for "another message came first". */
const WRONG_LAST_SEQUENCE = 10071;

export interface Lease {
  /** Takes or renews the lease. False when another process holds it. Throws when the server cannot be asked. */
  hold(): Promise<boolean>;
  /** Lets go at once and tells those that wait, so that they need not wait for the lease to run out. */
  release(): Promise<void>;
  /** Calls back whenever another process lets go. Returns what ends it. */
  onRelease(listener: () => void): () => void;
}

/**
 * The right to run a consumer. JetStream would share a durable between processes message by message and so lose the order of a key;
 * with a lease one process runs it, and another of the same service takes over when that one ends or dies.
 * It is the last message of a subject, replaced by compare-and-set and dropped by the server when it gets too old.
 */
export function createLease(
  { js, jsm, connection }: { js: JetStreamClient; jsm: JetStreamManager; connection: NatsConnection },
  stream: string,
  subject: string,
): Lease {
  /** No stream takes this subject: who is not there to hear it has nothing to wait for. */
  const news = `${subject}.released`;
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
      const had = held;
      held = 0;
      if (had === 0) return;
      await jsm.streams.purge(stream, { filter: subject, seq: had + 1 });
      connection.publish(news);
      await connection.flush();
    },
    onRelease(listener) {
      const subscription = connection.subscribe(news, { callback: listener });
      return () => subscription.unsubscribe();
    },
  };
}
