export * from './bus.ts';
export * from './cloud-event.ts';
export { contractFields, type ContractField } from './contract-fields.ts';
export * from './contracts/index.ts';
export * from './define-event.ts';
export * from './embedded/index.ts';
export { connectNats, EventServerUnavailable } from './jetstream/connection.ts';
export * from './local/index.ts';
export * from './open-bus.ts';
