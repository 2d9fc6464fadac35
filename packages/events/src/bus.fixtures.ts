import { randomUUID } from 'node:crypto';
import type { LoggedEvent } from './bus.ts';
import type { CloudEvent } from './cloud-event.ts';

/** A valid event with a new id. */
export function testEvent(part: Partial<CloudEvent> = {}): CloudEvent {
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: '/customerai/test',
    type: 'test.happened',
    time: '2026-01-01T00:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'urn:customerai:test:1',
    tenant: 'acme',
    partitionkey: 'customer-1',
    data: {},
    ...part,
  };
}

/** The next events of a reader, which stays open. */
export async function take(reader: AsyncIterator<LoggedEvent>, count: number): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  while (events.length < count) {
    const { value, done } = await reader.next();
    if (done) break;
    events.push(value);
  }
  return events;
}
