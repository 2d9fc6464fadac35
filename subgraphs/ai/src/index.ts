export { parseConfig } from './config.ts';
export { startAi } from './start.ts';
export { typeDefs } from './type-defs.ts';
export { openModelRepository } from './store/model-repository.ts';
