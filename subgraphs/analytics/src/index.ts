export { parseConfig } from './config.ts';
export { startAnalytics, typeDefs } from './start.ts';
