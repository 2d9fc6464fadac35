import { cloudEventSchema, type CloudEvent } from './cloud-event.ts';

/** Events carry keys and facts; one that is larger carries something else. Far below NATS' limit of 1 MB for a message. */
export const MAX_EVENT_BYTES = 64 * 1024;

/** Separates tenant and key; neither ids nor subjects contain it. */
const SEPARATOR = '\u001f';

/** What keeps its order: the events of one partition key of one tenant. */
export function orderKey(event: Pick<CloudEvent, 'tenant' | 'partitionkey'>): string {
  return event.tenant + SEPARATOR + event.partitionkey;
}

/** The stored form. Throws a ZodError for a broken envelope and a RangeError for an event that is too large. */
export function encodeEvent(event: CloudEvent): string {
  cloudEventSchema.parse(event);
  const body = JSON.stringify(event);
  const bytes = Buffer.byteLength(body);
  if (bytes > MAX_EVENT_BYTES) {
    throw new RangeError(`Event ${event.id} (${event.type}) has ${bytes} bytes, at most ${MAX_EVENT_BYTES} are allowed: publish keys, not contents.`);
  }
  return body;
}

export function decodeEvent(body: string): CloudEvent {
  return JSON.parse(body) as CloudEvent;
}
