import { checkLanguage, parseLanguage } from './check-language.ts';
import { checkText } from './check-text.ts';
import type { Channel } from './interaction.ts';
import { type Problem, problem, readable } from './problem.ts';

/** What a caller submits. */
export interface SubmissionInput {
  externalId?: string | null;
  customerId: string;
  customerName?: string | null;
  channel: Channel;
  text: string;
  language?: string | null;
  receivedAt?: Date | null;
  metadata?: unknown;
}

/** A submission that passed every check. */
export interface Submission {
  externalId?: string;
  customerId: string;
  customerName?: string;
  channel: Channel;
  text: string;
  /** Absent: to be told from the text. */
  language?: string;
  receivedAt: Date;
  metadata?: Record<string, unknown>;
}

const MAX_NAME = 200;
const MAX_METADATA_BYTES = 16 * 1024;
const EARLIEST = new Date('1990-01-01T00:00:00.000Z'); // older than any customer system that is still read
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000; // wrong time zones and clocks, but no wrong years

function checkName(value: string, argument: string): Problem | undefined {
  if (value.trim() === '') return problem(argument, `\`${argument}\` is empty: give a value${argument === 'customerId' ? '' : ' or leave it out'}.`);
  if (value.length > MAX_NAME)
    return problem(argument, `\`${argument}\` has ${readable(value.length)} characters; at most ${MAX_NAME} are accepted.`);
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001F\u007F]/.test(value) || !value.isWellFormed())
    return problem(argument, `\`${argument}\` has control or broken characters: give plain text.`);
  return undefined;
}

function checkReceivedAt(receivedAt: Date, now: Date): Problem | undefined {
  const given = `\`receivedAt\` ${receivedAt.toISOString()}`;
  if (receivedAt.getTime() > now.getTime() + MAX_AHEAD_MS)
    return problem('receivedAt', `${given} is more than 24 hours in the future: check the date.`);
  if (receivedAt < EARLIEST) return problem('receivedAt', `${given} is before ${EARLIEST.getUTCFullYear()}: check the date.`);
  return undefined;
}

function checkMetadata(metadata: unknown): Problem | undefined {
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata)) return problem('metadata', '`metadata` must be a JSON object.');
  const bytes = Buffer.byteLength(JSON.stringify(metadata));
  if (bytes > MAX_METADATA_BYTES) {
    return problem('metadata', `\`metadata\` has ${readable(bytes)} bytes as JSON; at most ${readable(MAX_METADATA_BYTES)} are accepted.`);
  }
  return undefined;
}

/** Checks a submission; the first problem is told. `null` counts as left out. */
export function acceptSubmission(input: SubmissionInput, now: Date): { submission: Submission } | { problem: Problem } {
  const { customerId, channel, text, receivedAt, metadata } = input;
  const given = (value: string | null | undefined) => (value === null || value === undefined ? undefined : value);
  const [externalId, customerName, language] = [given(input.externalId), given(input.customerName), given(input.language)];
  const found =
    checkText(text) ??
    checkName(customerId, 'customerId') ??
    (externalId === undefined ? undefined : checkName(externalId, 'externalId')) ??
    (customerName === undefined ? undefined : checkName(customerName, 'customerName')) ??
    (language === undefined ? undefined : checkLanguage(language)) ??
    (receivedAt ? checkReceivedAt(receivedAt, now) : undefined) ??
    (metadata === null || metadata === undefined ? undefined : checkMetadata(metadata));
  if (found) return { problem: found };
  return {
    submission: {
      externalId,
      customerId,
      customerName,
      channel,
      text,
      language: language === undefined ? undefined : parseLanguage(language),
      receivedAt: receivedAt ?? now,
      metadata: (metadata ?? undefined) as Record<string, unknown> | undefined,
    },
  };
}
