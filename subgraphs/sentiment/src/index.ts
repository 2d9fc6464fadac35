export { parseConfig } from './config.ts';
export { startSentiment } from './start.ts';
export { typeDefs } from './type-defs.ts';
