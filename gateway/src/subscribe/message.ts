/** One message of a stream, written once for all who get it. Shared, so nobody may change it. */
export interface Message {
  /** Where it stands in the log. */
  readonly sequence: number;
  readonly cursor: string;
  /** The GraphQL result as JSON in UTF-8. */
  readonly payload: Buffer;
  /** It has errors, which may be gone in a minute: not worth keeping for those who come later. */
  readonly failed: boolean;
  /** Frames of transports that are the same for several receivers, by what they differ in. Filled by the transports. */
  frames?: Map<string, Buffer>;
}

export function createMessage(
  { data, errors, extensions = {} }: { data: unknown; errors?: readonly unknown[] | undefined; extensions?: Record<string, unknown> },
  { sequence, cursor }: { sequence: number; cursor: string },
): Message {
  const payload = Buffer.from(JSON.stringify({ data, ...(errors ? { errors } : {}), extensions: { cursor, ...extensions } }));
  return { sequence, cursor, payload, failed: errors !== undefined };
}

/** Why a client must read anew what it shows: the log no longer has what came after its cursor. */
export const RESYNC = {
  resync: true,
  message: 'Events after your cursor are no longer kept. Query the present state anew; the stream goes on from here.',
} as const;
