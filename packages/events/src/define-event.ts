import { traceparent } from '@customerai/telemetry';
import type { z } from 'zod';
import type { CloudEvent } from './cloud-event.ts';

/** One event, defined once for the ends that publish it and those that consume it. */
export interface EventContract<Data> {
  readonly type: string;
  readonly version: number;
  readonly description: string;
  readonly schema: z.ZodType<Data>;
  /** Builds the envelope. Throws a ZodError when the data breaks the contract: a wrong event must never be stored. */
  create(input: NewEvent<Data>): CloudEvent<Data>;
  /** The event with its data checked. Throws a ZodError. */
  parse(event: CloudEvent): CloudEvent<Data>;
}

export interface NewEvent<Data> {
  /** Unique for ever; consumers are idempotent by it. */
  id: string;
  /** The publishing service, e.g. `sentiment`. */
  source: string;
  tenant: string;
  /** What keeps its order: the customer where there is one. */
  partitionkey: string;
  time: Date;
  subject?: string;
  /** Default: the trace that runs, if any. */
  traceparent?: string;
  data: Data;
}

export function defineEvent<Data>(contract: { type: string; version: number; description: string; schema: z.ZodType<Data> }): EventContract<Data> {
  return {
    ...contract,
    create: ({ data, source, time, traceparent: trace = traceparent(), ...rest }) => ({
      specversion: '1.0',
      ...rest,
      ...(trace === undefined ? {} : { traceparent: trace }),
      source: `/customerai/${source}`,
      type: contract.type,
      time: time.toISOString(),
      datacontenttype: 'application/json',
      dataschema: `urn:customerai:${contract.type}:${contract.version}`,
      data: contract.schema.parse(data),
    }),
    parse: (event) => ({ ...event, data: contract.schema.parse(event.data) }),
  };
}
