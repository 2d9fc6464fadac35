import { onResponseGenerationComplete } from './on-response-generation-complete.ts';

export const handlers = [onResponseGenerationComplete];
