import {
  DiscardPolicy,
  JetStreamApiError,
  RetentionPolicy,
  StorageType,
  type JetStreamManager,
  type StreamConfig,
  type StreamInfo,
} from '@nats-io/jetstream';

const DAY = 86_400_000;
export const toNanos = (ms: number): number => ms * 1_000_000;

export interface StreamSettings {
  stream: string;
  prefix: string;
  replicas?: number | undefined;
  /** Life of a consumer's lease in ms. */
  lease: number;
}

export const leaseStream = (stream: string): string => `${stream}_LEASES`;
export const leaseSubject = (prefix: string, consumer: string): string => `${prefix}-lease.${consumer}`;

/** True when the server says that the stream or consumer does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.status === 404;
}

/** Makes what is missing. Of what is there only a number of copies that is asked for is changed: an operator may have given the stream another age or size. */
export async function ensureStreams(jsm: JetStreamManager, { stream, prefix, replicas, lease }: StreamSettings): Promise<StreamInfo> {
  const common = { retention: RetentionPolicy.Limits, discard: DiscardPolicy.Old, num_replicas: replicas ?? 1 };
  await ensure(jsm, replicas, {
    ...common,
    name: leaseStream(stream),
    subjects: [leaseSubject(prefix, '*')],
    // A lease that is not renewed disappears by the server's own clock; nothing is worth keeping over a restart of the server.
    storage: StorageType.Memory,
    max_age: toNanos(lease),
    max_msgs_per_subject: 1,
    duplicate_window: toNanos(Math.min(lease, 100)),
  });
  return ensure(jsm, replicas, {
    ...common,
    name: stream,
    subjects: [`${prefix}.>`],
    storage: StorageType.File,
    // As long as the outboxes keep what they could send again.
    max_age: toNanos(7 * DAY),
    // Ids are held in the server's memory; beyond the window consumers recognise an event by its id.
    duplicate_window: toNanos(120_000),
  });
}

async function ensure(jsm: JetStreamManager, replicas: number | undefined, config: Partial<StreamConfig> & { name: string }): Promise<StreamInfo> {
  try {
    const info = await jsm.streams.info(config.name);
    if (replicas === undefined || info.config.num_replicas === replicas) return info;
    return await jsm.streams.update(config.name, { num_replicas: replicas });
  } catch (error) {
    if (!isMissing(error)) throw error;
    return jsm.streams.add(config);
  }
}
