export * from './interaction-new.ts';
export * from './response-generation-complete.ts';
export * from './review-item-changed.ts';
export * from './sentiment-analysis-complete.ts';
