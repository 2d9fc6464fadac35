export { parseConfig } from './config.ts';
export { type ReviewService, startReview } from './start.ts';
