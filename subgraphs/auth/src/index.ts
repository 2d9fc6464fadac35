export { parseConfig } from './config.ts';
export { ROLES, type Role, scopesOfRoles } from './domain/roles.ts';
export { type AuthService, type FirstAdmin, startAuth } from './start.ts';
