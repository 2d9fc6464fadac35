import { GraphQLError } from 'graphql';
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const VERSION = 1;
const PLAIN_BYTES = 11; // version 1, sequence 6, log 4
const MAC_BYTES = 16;

/** A place in a tenant's event stream, as a cursor names it. */
export interface Place {
  sequence: number;
  /** Tells logs apart: sequences of a log that was lost mean nothing in the next one. */
  log: number;
}

/** Cursors in the form clients keep them: opaque, and made by nobody but the platform. Any field's cursor is good for every field of the tenant. */
export interface Cursors {
  issue(tenant: string, place: Place): string;
  /** Throws BAD_USER_INPUT (argument `extensions.cursor`) for one that was not issued for this tenant. */
  read(tenant: string, cursor: unknown): Place;
}

/** The short form of a log's identity that cursors carry. */
export const logTag = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE(0);

/** `key`: the same in every gateway of an installation, also after a restart. Authenticated by HMAC-SHA256 (RFC 2104), cut to 128 bits. */
export function createCursors(key: Buffer): Cursors {
  const macOf = (tenant: string, plain: Buffer) => createHmac('sha256', key).update(plain).update(tenant).digest().subarray(0, MAC_BYTES);
  return {
    issue: (tenant, { sequence, log }) => {
      const bytes = Buffer.allocUnsafe(PLAIN_BYTES + MAC_BYTES);
      bytes.writeUInt8(VERSION, 0);
      bytes.writeUIntBE(sequence, 1, 6);
      bytes.writeUInt32BE(log, 7);
      macOf(tenant, bytes.subarray(0, PLAIN_BYTES)).copy(bytes, PLAIN_BYTES);
      return bytes.toString('base64url');
    },
    read: (tenant, cursor) => {
      const bytes = typeof cursor === 'string' && /^[\w-]{36}$/.test(cursor) ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
      const plain = bytes.subarray(0, PLAIN_BYTES);
      const known = bytes.length === PLAIN_BYTES + MAC_BYTES && plain[0] === VERSION;
      if (!known || !timingSafeEqual(bytes.subarray(PLAIN_BYTES), macOf(tenant, plain))) throw refused();
      return { sequence: plain.readUIntBE(1, 6), log: plain.readUInt32BE(7) };
    },
  };
}

const refused = () =>
  new GraphQLError(
    'This cursor was not given out by this platform for your tenant. Send "extensions.cursor" of the last message just as it came, or leave it out to begin now.',
    { extensions: { code: 'BAD_USER_INPUT', argument: 'extensions.cursor' } },
  );
