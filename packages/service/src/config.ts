import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Env = Readonly<Record<string, string | undefined>>;

/** Wrong configuration: the message lists every problem at once. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Environment to configuration in one step. Empty variables count as absent. A variable may be given as a file instead, for secrets that an
 * orchestrator mounts: `MONGO_URL_FILE=/run/secrets/mongo` is `MONGO_URL` with that file's text, without the line break at its end. The answer is frozen.
 * Throws `ConfigError` naming each wrong variable, what it should be, and what was given (never for names that look secret).
 */
export function parseEnv<Shape extends z.ZodRawShape>(shape: Shape, env: Env): Readonly<z.infer<z.ZodObject<Shape>>> {
  const { given, problems } = readGiven(Object.keys(shape), env);
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success && problems.length === 0) return Object.freeze(parsed.data) as never;
  const unread = new Set(problems.map(({ name }) => name));
  const wrong = (parsed.error?.issues ?? []).flatMap((issue) => {
    const name = String(issue.path[0]);
    if (unread.has(name)) return []; // its file is the problem
    const value = /SECRET|PASSWORD|KEY|TOKEN|URL/.test(name) || given[name] === undefined ? '' : ` (got ${JSON.stringify(given[name])})`;
    return [`  ${name}: ${issue.message}${value}`];
  });
  const lines = [...problems.map(({ line }) => line), ...wrong];
  throw new ConfigError(`The configuration has ${lines.length === 1 ? 'a problem' : `${lines.length} problems`}:\n${lines.join('\n')}`);
}

function readGiven(names: readonly string[], env: Env): { given: Record<string, string>; problems: { name: string; line: string }[] } {
  const given: Record<string, string> = {};
  const problems: { name: string; line: string }[] = [];
  for (const name of names) {
    const [value, file] = [env[name], env[`${name}_FILE`]];
    if (value) given[name] = value;
    if (!file) continue;
    if (value) {
      problems.push({ name, line: `  ${name}: is given twice, by ${name} and by ${name}_FILE; unset one of them` });
      continue;
    }
    try {
      const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      if (text !== '') given[name] = text;
    } catch (error) {
      problems.push({
        name,
        line: `  ${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}); mount the file, or set ${name} itself`,
      });
    }
  }
  return { given, problems };
}

/** A whole number of these, said in words when it is none. */
export function wholeNumber(min: number, max: number) {
  const wanted = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number(wanted).int(wanted).min(min, wanted).max(max, wanted);
}

export const port = wholeNumber(0, 65_535);
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** How many servers of a NATS cluster keep a copy of each event. */
export const natsReplicas = wholeNumber(1, 5).optional();
