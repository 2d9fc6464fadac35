export { connectNats, EventServerUnavailable } from './connection.ts';
export { openJetStreamBus, type JetStreamBusOptions } from './jetstream-bus.ts';
export { toToken } from './subjects.ts';
