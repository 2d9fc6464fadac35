export * from './test-parts.ts';
export * from './ask.ts';
