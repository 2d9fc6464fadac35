import { AckPolicy, DeliverPolicy, ReplayPolicy, type ConsumerInfo, type JetStreamManager } from '@nats-io/jetstream';
import { isMissing, toNanos } from './streams.ts';

export interface Attachment {
  /** Everything up to here is finished. */
  floor: number;
  /** Delivery number that the next message must have; another one means that messages were lost on the way to us. */
  nextDelivery: number;
}

/** The durable consumer as the server knows it; undefined when it does not exist. */
export async function findDurable(jsm: JetStreamManager, stream: string, name: string): Promise<ConsumerInfo | undefined> {
  try {
    return await jsm.consumers.info(stream, name);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Attaches to a durable consumer so that delivery goes on in order. If anything was delivered and not acknowledged (a killed process, a
 * broken connection), the durable is made anew at its floor: JetStream would deliver the new events first and the old ones when their
 * ack wait has passed. Events above the floor that had been acknowledged come again, which consumers bear. A process killed between
 * delete and add leaves no durable: the next one reads the whole log, again bearable, and nothing is lost.
 */
export async function attachDurable(
  jsm: JetStreamManager,
  stream: string,
  name: string,
  { floor: known, finished = 0, lastSequence, ackWait }: { floor?: number; finished?: number; lastSequence: number; ackWait: number },
): Promise<Attachment> {
  const found = await findDurable(jsm, stream, name);
  // A floor beyond the end means that the server lost the end of the log; left so, it would never deliver what comes next.
  const floor = Math.min(known ?? Math.max(found?.ack_floor.stream_seq ?? 0, finished), lastSequence);
  if (found && known === undefined && found.num_ack_pending === 0 && found.ack_floor.stream_seq === floor) {
    return { floor, nextDelivery: found.delivered.consumer_seq + 1 };
  }
  if (found) await jsm.consumers.delete(stream, name);
  await jsm.consumers.add(stream, {
    durable_name: name,
    ack_policy: AckPolicy.Explicit,
    ack_wait: toNanos(ackWait),
    replay_policy: ReplayPolicy.Instant,
    // Tries are counted and waited for by key on our side.
    max_deliver: -1,
    // What waits behind one poisoned customer must not use up the others' share.
    max_ack_pending: -1,
    ...(floor === 0 ? { deliver_policy: DeliverPolicy.All } : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: floor + 1 }),
  });
  return { floor, nextDelivery: 1 };
}
