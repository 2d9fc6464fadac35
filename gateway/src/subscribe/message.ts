/** One message of a stream, written once for all who get it. Shared, so nobody may change it. */
export interface Message {
  /** Where it stands in the log, or among what was told since this process began. */
  readonly sequence: number;
  /** Absent where nothing is kept that one could go on with. */
  readonly cursor: string | undefined;
  /** The GraphQL result as JSON in UTF-8. */
  readonly payload: Buffer;
  /** It has errors, which may be gone in a minute: not worth keeping for those who come later. */
  readonly failed: boolean;
  /** The stream is over with it. */
  readonly last: boolean;
  /** Frames of transports that are the same for several receivers, by what they differ in. Filled by the transports. */
  frames?: Map<string, Buffer>;
}

export function createMessage(
  { data, errors, extensions = {} }: { data: unknown; errors?: readonly unknown[] | undefined; extensions?: Record<string, unknown> },
  { sequence, cursor, last = false }: { sequence: number; cursor?: string | undefined; last?: boolean },
): Message {
  const more = { ...(cursor === undefined ? {} : { cursor }), ...extensions };
  const payload = Buffer.from(
    JSON.stringify({ data, ...(errors ? { errors } : {}), ...(Object.keys(more).length === 0 ? {} : { extensions: more }) }),
  );
  return { sequence, cursor, payload, failed: errors !== undefined, last };
}

/** Why a client gets nothing of before: it went on from a cursor, and what the field brings is kept nowhere. Or what feeds it was away for a moment. */
export const NOT_KEPT = {
  resync: true,
  message: 'What came before now is kept nowhere. Query the present state; the stream goes on from here.',
} as const;

/** Why a client must read anew what it shows: the log no longer has what came after its cursor. */
export const RESYNC = {
  resync: true,
  message: 'Events after your cursor are no longer kept. Query the present state anew; the stream goes on from here.',
} as const;
