import { v7 } from 'uuid';

/** A UUID version 7 (RFC 9562): unique, opaque, and sorted by time of creation, also within one millisecond of one process. */
export const newId = (): string => v7();
export type NewId = () => string;
export type Clock = () => Date;
export const systemClock: Clock = () => new Date();
