export { parseConfig } from './config.ts';
export { type ErasureEntry, repeatErasure, REQUESTS } from './repeat-erasure.ts';
export { startPrivacy } from './start.ts';
