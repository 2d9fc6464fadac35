export { type GatewayConfig, gatewayEnv, parseConfig } from './config.ts';
export type { SubgraphTarget } from './plan/open-subgraphs.ts';
export { type Gateway, type GatewayParts, startGateway } from './start.ts';
