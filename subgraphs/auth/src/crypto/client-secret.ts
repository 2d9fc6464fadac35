import { randomBytes } from 'node:crypto';

/** 256 random bits, with a beginning by which scanners for leaked secrets know what they have found. */
export const createClientSecret = (): string => `cai_${randomBytes(32).toString('base64url')}`;
