import { isTracing } from '@customerai/telemetry';
import type { Logger } from '@customerai/service';
import type { RequestHandler } from 'express';
import { LRUCache } from 'lru-cache';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AccessTokens, Identity } from '../auth/access-tokens.ts';
import { authorise } from '../auth/authorise.ts';
import type { Limits } from '../config.ts';
import { toClientError } from '../errors.ts';
import type { Executor, Outcome } from '../plan/execute-operation.ts';
import type { Operation, Operations } from '../plan/operations.ts';
import type { PersistedDocuments } from '../persisted.ts';
import { traceIdOf } from '../trace.ts';
import { grantOrigin } from './allow-origins.ts';
import { keepEarly } from './early.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

const MAX_BYTES = 64 * 1024; // a larger body is seldom a query that was asked before
const PLAIN_TYPE = /^application\/json(; ?charset=utf-?8)?$/i;
const PLAIN_ACCEPT = new Set([undefined, '*/*', 'application/json']);
const MAX_BODIES = 1_000;
const MAX_BODY_CHARACTERS = 4 * 1024 * 1024; // of all that are remembered
const LARGE = 16 * 1024; // from here on what all who share an answer are sent is kept as bytes
const HEADERS = Object.entries({ ...SECURITY_HEADERS, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }).flat();
const utf8 = new TextDecoder('utf-8', { fatal: true });

interface Asked {
  operation: Operation;
  variables: Record<string, unknown>;
}

/**
 * Answers the requests that come all day, a POST of plain JSON with an operation that Apollo Server found valid before, without its pipeline and without
 * Express. The checks are the same ones: who asks, size, access rules, variables. Whatever is out of the ordinary, every refusal too, goes `onward` as if nobody
 * had looked, so that each answer has one form only.
 */
export function quickWay(options: {
  onward: RequestListener;
  graph(): { operations: Operations; executor: Executor };
  persisted: PersistedDocuments;
  tokens: AccessTokens;
  limits: Pick<Limits, 'bodyBytes'>;
  allowedOrigins: readonly string[];
  /** Counts exchanges. */
  watch: RequestHandler | undefined;
  log: Logger;
}): RequestListener {
  const { onward, graph, persisted, tokens, watch, log } = options;
  const most = Math.min(MAX_BYTES, options.limits.bodyBytes);
  const origins = new Set(options.allowedOrigins);

  /** Bodies without variables: they come again and again. */
  const bodies = new LRUCache<string, Asked & { operations: Operations }>({
    max: MAX_BODIES,
    maxSize: MAX_BODY_CHARACTERS,
    sizeCalculation: (_, text) => text.length,
  });

  /** The operation of a body, if it is one that was found valid before. */
  function read(body: Buffer): Asked | undefined {
    const { operations } = graph();
    const bytes = body.toString('latin1');
    const before = bodies.get(bytes);
    if (before?.operations === operations) return before;
    const asked = parse(body, operations, persisted);
    if (asked && asked.variables === NONE) bodies.set(bytes, { ...asked, operations });
    return asked;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const asked = read(body);
    const { authorization } = request.headers;
    let identity = asked && tokens.known(authorization);
    let checked: Promise<Identity> | undefined;
    if (asked && !identity) {
      checked = tokens.identify(authorization);
      identity = await checked.catch(() => undefined);
    }
    const leave = () => {
      keepEarly(request, { body, identity: checked });
      onward(request, response);
    };
    if (!asked || !identity) return leave();
    const { operation, variables } = asked;
    const { viewer } = identity;
    const { executor } = graph();
    try {
      authorise(viewer, operation.access);
      executor.coerce(operation, variables);
    } catch {
      return leave(); // it will meet the same fault, and say so
    }
    const traceId = traceIdOf(request.headers.traceparent as string | undefined);
    grantOrigin(origins, request.headers.origin, response);
    watch?.({ path: '/graphql' } as never, response as never, () => {});
    let status = 200;
    let payload: Payload;
    try {
      payload = toPayload(await executor.run(operation, variables, { viewer, traceId }), traceId, log);
    } catch (error) {
      log.error({ err: error as Error, traceId }, 'an operation failed');
      status = 500;
      const masked = toClientError({ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: '' } }, traceId, log);
      payload = inForm(`${JSON.stringify({ errors: [masked] })}\n`);
    }
    if (response.destroyed) return;
    response.writeHead(status, [...HEADERS, 'x-trace-id', traceId, 'content-length', String(payload.length)]);
    response.end(payload.body, payload.encoding);
  }

  return (request, response) => {
    const { method, url, headers } = request;
    const length = Number(headers['content-length']);
    if (
      method !== 'POST' ||
      url !== '/graphql' ||
      !(length > 0 && length <= most) ||
      !PLAIN_TYPE.test(headers['content-type'] ?? '') ||
      headers['content-encoding'] !== undefined ||
      headers['expect'] !== undefined ||
      !PLAIN_ACCEPT.has(headers.accept) ||
      isTracing()
    )
      return onward(request, response);
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => void answer(request, response, chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
    request.on('error', () => {}); // the client went away before it had said what it wants
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

interface Payload {
  body: string | Buffer;
  encoding: 'latin1' | 'utf8';
  /** In bytes. */
  length: number;
}

/** An answer in the order and form that Apollo Server writes; made once for all who share an outcome. */
function toPayload(outcome: Outcome, traceId: string, log: Logger): Payload {
  const { errors, json = 'null' } = outcome;
  if (errors) {
    const told = errors.map((error) => toClientError(error.toJSON(), traceId, log));
    return inForm(`{"errors":${JSON.stringify(told)},"data":${json}}\n`);
  }
  outcome.payload ??= inForm(`{"data":${json}}\n`);
  return outcome.payload as Payload;
}

/** A short text leaves together with the head; for a long one the bytes are made once. Most are ASCII, which is quicker to write than what may be more. */
function inForm(text: string): Payload {
  const length = Buffer.byteLength(text);
  const encoding = length === text.length ? 'latin1' : 'utf8';
  return { body: length < LARGE ? text : Buffer.from(text, encoding), encoding, length };
}
