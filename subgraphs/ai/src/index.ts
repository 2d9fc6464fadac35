export { type CheckedModel, checkModels } from './check-models.ts';
export { parseConfig } from './config.ts';
export { startAi } from './start.ts';
export { typeDefs } from './type-defs.ts';
