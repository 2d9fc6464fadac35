import { type Problem, checkName, problem } from './problem.ts';

/** What a customer said of one purpose, once. Nothing is ever changed: a later word is a further record. */
export interface ConsentRecord {
  id: string;
  customerId: string;
  purpose: string;
  granted: boolean;
  source?: string;
  at: Date;
  /** Id of who wrote it down. */
  recordedBy: string;
}

export interface ConsentInput {
  customerId: string;
  purpose: string;
  granted: boolean;
  source?: string | null;
}

// A name for machines and the audit log, where no sentence about a person can stand.
const PURPOSE = /^[a-z][a-z0-9._-]{0,63}$/;
const MAX_SOURCE = 200;

export function checkPurpose(purpose: string): Problem | undefined {
  if (PURPOSE.test(purpose)) return undefined;
  return problem(
    'purpose',
    '`purpose` must be a short name such as "training" or "marketing.email": small letters, digits, dots and dashes, at most 64.',
  );
}

export function checkConsent({ customerId, purpose, source }: ConsentInput): Problem | undefined {
  const wrong = checkName(customerId, 'customerId') ?? checkPurpose(purpose);
  if (wrong) return wrong;
  if (source && source.length > MAX_SOURCE)
    return problem('source', `\`source\` has ${source.length.toLocaleString('en-US')} characters; at most ${MAX_SOURCE} are accepted.`);
  return undefined;
}

/** Of each purpose the latest word, by name of the purpose. `records`: the newest first. */
export function currentConsents(records: readonly ConsentRecord[]): ConsentRecord[] {
  const latest = new Map<string, ConsentRecord>();
  for (const record of records) if (!latest.has(record.purpose)) latest.set(record.purpose, record);
  return [...latest.values()].toSorted((a, b) => (a.purpose < b.purpose ? -1 : 1));
}
