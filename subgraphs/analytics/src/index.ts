export { parseConfig } from './config.ts';
export { startAnalytics, typeDefs, WAREHOUSE_FILE } from './start.ts';
export { copyClosedWarehouse } from './store/copy-closed-warehouse.ts';
