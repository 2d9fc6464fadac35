import type { Logger } from '@customerai/service';
import { LRUCache } from 'lru-cache';
import { authorise } from '../auth/authorise.ts';
import { toClientError } from '../errors.ts';
import type { Executor, Outcome } from '../plan/execute-operation.ts';
import type { Operation, Operations } from '../plan/operations.ts';
import type { Caller } from '../plan/subgraph-client.ts';
import type { PersistedDocuments } from '../persisted.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

const MAX_BODIES = 1_000;
const MAX_BODY_CHARACTERS = 4 * 1024 * 1024; // of all that are remembered
const LARGE = 16 * 1024; // from here on what all who share an answer are sent is kept as bytes
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Headers of every answer of the quick way; those of the exchange come after them. */
export const QUICK_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'cache-control': 'no-store',
  'content-type': 'application/json; charset=utf-8',
};

export interface Asked {
  operation: Operation;
  variables: Record<string, unknown>;
}

/** Belongs to who asked, who takes the body out (decision 10, "What is dead and stays"). */
export interface Answer {
  status: number;
  body: string | Buffer;
  encoding: 'latin1' | 'utf8';
  /** In bytes. */
  length: number;
}

/**
 * What the two doors of the quick way have in common: operations that Apollo Server found valid before are answered without its pipeline. The checks are the
 * same ones: who asks, size, access rules, variables.
 */
export interface QuickAnswers {
  /** The operation of a body (its bytes as latin1), if it is one that was found valid before. */
  read(bytes: string): Asked | undefined;
  /** Whether access rules and variables let it run; where they do not, the ordinary way meets the same fault, and says so. */
  permits(asked: Asked, viewer: Caller['viewer']): boolean;
  /** Never rejects. */
  run(asked: Asked, caller: Caller): Promise<Answer>;
}

export function createQuickAnswers(options: {
  graph(): { operations: Operations; executor: Executor };
  persisted: PersistedDocuments;
  log: Logger;
}): QuickAnswers {
  const { graph, persisted, log } = options;

  /** Bodies without variables: they come again and again. */
  const bodies = new LRUCache<string, Asked & { operations: Operations }>({
    max: MAX_BODIES,
    maxSize: MAX_BODY_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  return {
    read: (bytes) => {
      const { operations } = graph();
      const before = bodies.get(bytes);
      if (before?.operations === operations) return before;
      const body = Buffer.from(bytes, 'latin1');
      const asked = parse(body, operations, persisted);
      // A text of its own: `bytes` may be a part of a larger one, which would be kept with it.
      if (asked && asked.variables === NONE) bodies.set(body.toString('latin1'), { ...asked, operations });
      return asked;
    },
    permits: ({ operation, variables }, viewer) => {
      try {
        authorise(viewer, operation.access);
        graph().executor.coerce(operation, variables);
        return true;
      } catch {
        return false;
      }
    },
    run: async ({ operation, variables }, caller) => {
      const { traceId } = caller;
      try {
        return toAnswer(await graph().executor.run(operation, variables, caller), traceId, log);
      } catch (error) {
        log.error({ err: error as Error, traceId }, 'an operation failed');
        const masked = toClientError({ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } }, traceId, log);
        return inForm(500, `${JSON.stringify({ errors: [masked] })}\n`);
      }
    },
  };
}

/** Kept for those that have none. */
const NONE: Record<string, unknown> = Object.freeze({});

function parse(body: Buffer, operations: Operations, persisted: PersistedDocuments): Asked | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(utf8.decode(body));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    parsed = persisted.resolve(parsed);
  } catch {
    return undefined;
  }
  const { query, variables, operationName, extensions, ...others } = parsed as Record<string, unknown>;
  if (typeof query !== 'string' || extensions !== undefined || Object.keys(others).length > 0) return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) return undefined;
  const operation = operations.known(query, operationName as string | null | undefined);
  return operation && { operation, variables: (variables as Record<string, unknown> | null | undefined) ?? NONE };
}

/** An answer in the order and form that Apollo Server writes; its bytes are made once for all who share an outcome. */
function toAnswer(outcome: Outcome, traceId: string, log: Logger): Answer {
  const { errors, json = 'null', ascii = false, made = {} } = outcome;
  outcome.json = outcome.made = undefined;
  if (errors) {
    const told = errors.map((error) => toClientError(error.toJSON(), traceId, log));
    return inForm(200, `{"errors":${JSON.stringify(told)},"data":${json}}\n`);
  }
  made.payload ??= inForm(200, `{"data":${json}}\n`, ascii);
  const { status, body, encoding, length } = made.payload as Answer;
  return { status, body, encoding, length };
}

/** A short text leaves together with the head; for a long one the bytes are made once. Most are ASCII, which is quicker to write than what may be more. */
function inForm(status: number, text: string, ascii = false): Answer {
  const length = ascii ? text.length : Buffer.byteLength(text);
  const encoding = length === text.length ? 'latin1' : 'utf8';
  return { status, body: length < LARGE ? text : Buffer.from(text, encoding), encoding, length };
}
