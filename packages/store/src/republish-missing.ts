import type { CloudEvent, EventBus } from '@customerai/events';
import type { Model } from 'mongoose';

const BATCH = 500;
/** What a record's sequence says while its event is known to be lost: it is published again, also when the process ends in between. */
const LOST = 0;

type Records = Model<any>['collection'];

/**
 * Publishes again what the log once acknowledged and does not hold any more: it was restored from a backup that is older than these documents, its
 * end was lost, or it is new. `records` is the `outbox` collection, whose documents carry the sequence that the log gave. Only the log's end is
 * looked at, so that a start with a whole log costs one look. In order for each key; consumers do an effect once for each event id.
 * @returns how many were published
 */
export async function republishMissing(records: Records, bus: EventBus): Promise<number> {
  const cut = await lastKnown(records, bus);
  await records.updateMany({ sequence: { $gt: cut } }, { $set: { sequence: LOST } });
  let published = 0;
  for (;;) {
    const lost = (await records.find({ sequence: LOST }).sort({ _id: 1 }).limit(BATCH).toArray()) as unknown as { _id: string; event: CloudEvent }[];
    if (lost.length === 0) return published;
    const byKey = Map.groupBy(lost, ({ event }) => `${event.tenant}\n${event.partitionkey}`);
    const sequences = (
      await Promise.all(
        [...byKey.values()].map(async (own) => {
          const given: [id: string, sequence: number][] = [];
          for (const { _id, event } of own) given.push([_id, (await bus.publish(event)).sequence]);
          return given;
        }),
      )
    ).flat();
    await records.bulkWrite(sequences.map(([id, sequence]) => ({ updateOne: { filter: { _id: id as never }, update: { $set: { sequence } } } })));
    published += sequences.length;
  }
}

/** The highest sequence up to which the records agree with the log. What the log has dropped for its age is not lost. */
async function lastKnown(records: Records, bus: EventBus): Promise<number> {
  const { first, last } = await bus.extent();
  const newest = records.find({ sequence: { $gte: first, $lte: last } }, { projection: { sequence: 1 } }).sort({ sequence: -1 });
  try {
    // A log that lost its end may have given the same sequences to other events since.
    for await (const { _id, sequence } of newest) if ((await bus.idAt(sequence as number)) === String(_id)) return sequence as number;
  } finally {
    await newest.close();
  }
  return first - 1;
}
