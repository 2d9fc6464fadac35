export { parseConfig } from './config.ts';
export { startPrivacy } from './start.ts';
