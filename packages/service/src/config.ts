import { z } from 'zod';

export type Env = Readonly<Record<string, string | undefined>>;

/** Wrong configuration: the message lists every problem at once. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Environment to configuration in one pure step. Empty variables count as absent. The answer is frozen.
 * Throws `ConfigError` naming each wrong variable, what it should be, and what was given (never for names that look secret).
 */
export function parseEnv<Shape extends z.ZodRawShape>(shape: Shape, env: Env): Readonly<z.infer<z.ZodObject<Shape>>> {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in shape && value !== undefined && value !== ''));
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data) as never;
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = /SECRET|PASSWORD|KEY|TOKEN|URL/.test(name) || given[name] === undefined ? '' : ` (got ${JSON.stringify(given[name])})`;
    return `  ${name}: ${issue.message}${value}`;
  });
  throw new ConfigError(`The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}`);
}

export const port = z.coerce.number().int().min(0).max(65535);
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
