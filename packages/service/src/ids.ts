import { v7 } from 'uuid';

/** A UUID version 7 (RFC 9562): unique, opaque, and sorted by time of creation, also within one millisecond of one process. */
export const newId = (): string => v7();
export type NewId = () => string;
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();

/** The least id that `newId` could have made at this time, in ms since 1970: whatever is older has a smaller one. */
export function firstIdAt(milliseconds: number): string {
  const digits = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

/** When an id of `newId` was made, in ms since 1970; undefined for an id of another kind. */
export function timeOfId(id: string): number | undefined {
  const digits = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id);
  return digits ? Number.parseInt(digits[1]! + digits[2]!, 16) : undefined;
}
