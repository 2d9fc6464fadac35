// For commands and the supervisor, which serve no GraphQL: without its libraries they start in half the time and take 50 MB less.
export * from './config.ts';
export * from './errors.ts';
export { explainStart } from './explain-start.ts';
export * from './logger.ts';
export { createRpcExchange } from './rpc/local-rpc.ts';
