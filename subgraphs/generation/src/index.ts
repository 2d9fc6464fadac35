export { parseConfig } from './config.ts';
export { startGeneration } from './start.ts';
