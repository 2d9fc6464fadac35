export * from './dead-letters.ts';
export * from './dump.ts';
export { type Erasures, openErasures, openErasuresInMemory } from './erasures.ts';
export * from './open-store.ts';
export { type OutboxStatus, setWithOutbox, withOutbox } from './outbox.ts';
export * from './page.ts';
export { acrossTenants } from './require-tenant.ts';
export type { Connection, Model } from 'mongoose';
