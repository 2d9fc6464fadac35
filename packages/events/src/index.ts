export * from './bus.ts';
export * from './cloud-event.ts';
export * from './contracts/index.ts';
export * from './define-event.ts';
export * from './embedded/index.ts';
export * from './jetstream/index.ts';
export * from './open-bus.ts';
