export { parseConfig } from './config.ts';
export { startFairness, typeDefs } from './start.ts';
