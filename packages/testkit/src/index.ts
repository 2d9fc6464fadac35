export * from './test-parts.ts';
export * from './ask.ts';
export * from './real-servers.ts';
export * from './otlp-receiver.ts';
