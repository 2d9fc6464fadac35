import { entityTypeByName } from './entity-types.ts';
import type { Finding } from './finding.ts';

/**
 * How bad a leak of this text would be, 0 to 1: `1 - Π(1 - severity × score)` over the types found, each with its surest finding. One more
 * e-mail address adds nothing, one more type does. Severities stand in `entity-types.ts`.
 */
export function riskScore(findings: readonly Finding[]): number {
  const surest = new Map<string, number>();
  for (const { type, score } of findings) surest.set(type, Math.max(score, surest.get(type) ?? 0));
  const safe = [...surest].reduce((product, [type, score]) => product * (1 - (entityTypeByName.get(type)?.severity ?? 0.5) * score), 1);
  return Math.round((1 - safe) * 1000) / 1000;
}
