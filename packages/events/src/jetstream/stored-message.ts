import type { JetStreamManager, MsgRequest, NextMsgRequest } from '@nats-io/jetstream';
import { decodeEvent } from '../encode-event.ts';
import { isMissing } from './streams.ts';

/** The id of the event that a stream holds at a sequence; undefined when it holds none there. */
export async function idOfMessage(jsm: JetStreamManager, stream: string, sequence: number): Promise<string | undefined> {
  if (sequence < 1) return undefined;
  try {
    const message = await jsm.streams.getMessage(stream, { seq: sequence });
    return message ? decodeEvent(message.string()).id : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Where a stream holds the first message of a subject filter, from a sequence on; undefined when it holds none. */
export async function firstSequenceFrom(jsm: JetStreamManager, stream: string, sequence: number, filter: string): Promise<number | undefined> {
  try {
    // The server takes such a request here too, not only where the library's types have it (direct reads, which not every stream allows).
    const next: NextMsgRequest = { seq: sequence, next_by_subj: filter };
    return (await jsm.streams.getMessage(stream, next as unknown as MsgRequest))?.seq;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
