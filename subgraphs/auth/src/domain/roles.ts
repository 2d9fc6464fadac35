export const ROLES = ['ADMIN', 'ANALYST', 'REVIEWER', 'AGENT'] as const;
export type Role = (typeof ROLES)[number];

const ANALYST = [
  'analytics:export',
  'analytics:read',
  'analytics:write',
  'fairness:read',
  'fairness:write',
  'interactions:read',
  'models:infer',
  'models:read',
  'responses:read',
  'reviews:read',
  'sentiment:read',
];

const REVIEWER = ['interactions:read', 'privacy:read', 'responses:read', 'responses:write', 'reviews:read', 'reviews:write', 'sentiment:read'];

const AGENT = [
  'interactions:read',
  'interactions:write',
  'knowledge:write',
  'models:infer',
  'privacy:read',
  'privacy:write',
  'responses:read',
  'responses:write',
  'reviews:read',
  'sentiment:read',
];

/** What changes other people's rights, reveals what was hidden, or decides which model speaks: for administrators alone. */
const ADMIN_ONLY = [
  'audit:read',
  'clients:read',
  'clients:write',
  'models:train',
  'models:write',
  'privacy:admin',
  'privacy:reveal',
  'reviews:assign',
  'users:read',
  'users:write',
];

const byRole: Readonly<Record<Role, readonly string[]>> = {
  ADMIN: [...new Set([...ANALYST, ...REVIEWER, ...AGENT, ...ADMIN_ONLY])],
  ANALYST,
  REVIEWER,
  AGENT,
};

/** The scopes (`resource:action`) that the roles allow together, in alphabetical order. */
export function scopesOfRoles(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap((role) => byRole[role]))].toSorted();
}
