import { v7 } from 'uuid';

/** A UUID version 7 (RFC 9562): unique, opaque, and sorted by time of creation, also within one millisecond of one process. */
export const newId = (): string => v7();
export type NewId = () => string;
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();

/** When an id of `newId` was made, in ms since 1970; undefined for an id of another kind. */
export function timeOfId(id: string): number | undefined {
  const digits = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id);
  return digits ? Number.parseInt(digits[1]! + digits[2]!, 16) : undefined;
}
