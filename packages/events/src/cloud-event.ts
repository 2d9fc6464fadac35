import { z } from 'zod';

/**
 * A CloudEvents 1.0 envelope in structured JSON (https://github.com/cloudevents/spec, v1.0.2).
 * `tenant` is an extension attribute; `partitionkey` is the one of the Partitioning extension: events with the same tenant and
 * partition key are delivered in the order they were published.
 */
export const cloudEventSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
  subject: z.string().optional(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  dataschema: z.string(),
  tenant: z.string().min(1),
  partitionkey: z.string().min(1),
  traceparent: z.string().optional(),
  data: z.unknown(),
});

export interface CloudEvent<Data = unknown> extends Omit<z.infer<typeof cloudEventSchema>, 'data'> {
  data: Data;
}
