import type { Logger } from '@customerai/service';
import type { RequestHandler } from 'express';
import { authorise } from '../auth/authorise.ts';
import { toClientError } from '../errors.ts';
import type { Piece } from '../execute/deferred-run.ts';
import { errorsOf, type RunInParts } from '../plan/execute-operation.ts';
import type { Operation } from '../plan/operations.ts';
import type { Graph } from '../subscribe/graph.ts';
import { faultOfRequest } from '../subscribe/socket-messages.ts';
import { exchangeOf } from './exchange.ts';

const SPEC = '20220824';
const HEADERS = {
  'content-type': `multipart/mixed; boundary="graphql"; deferSpec=${SPEC}`,
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

/** Whether an `Accept` header names answers in parts as the specification of incremental delivery had them on that day: Apollo's clients and Router do. */
export const acceptsParts = (accept: string | undefined): boolean =>
  (accept ?? '')
    .toLowerCase()
    .split(',')
    .some((one) => /^\s*multipart\/mixed\b/.test(one) && new RegExp(`;\\s*deferspec\\s*=\\s*"?${SPEC}"?`).test(one));

/**
 * Answers operations with `@defer` part by part, for who accepts that. Whatever else there is, every refusal too, goes on to the ordinary way: it is answered in
 * one piece. Needs `identify` and `readJson` before it.
 */
export function deferredAnswers({ graph, log }: { graph(): Graph; log: Logger }): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'POST' || !acceptsParts(request.get('accept'))) return next();
    const { identity, traceId } = exchangeOf(response);
    const { viewer } = identity;
    const run = prepare(graph(), request.body, (operation) => authorise(viewer, operation.access));
    if (!run) return next();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let begun = false;
    const deliver = (pieces: readonly Piece[], more: boolean): void => {
      const told = pieces.map((piece) => errorsOf(piece).map((error) => toClientError(error.toJSON(), traceId, log)));
      if (!begun) {
        response.writeHead(200, HEADERS);
        response.socket?.setNoDelay(true);
        response.write('\r\n--graphql');
      }
      const body = begun ? toPatches(pieces, told, more) : toFirst(pieces[0]!, told[0]!, more);
      begun = true;
      // The boundary goes along at once: clients take a part for whole when they have seen it.
      response.write(`\r\ncontent-type: application/json\r\n\r\n${body}\r\n--graphql`);
    };
    try {
      await run({ viewer, traceId }, deliver, gone.signal);
    } catch (error) {
      if (!begun) return next(error);
      log.error({ err: error as Error, traceId }, 'an operation failed between its parts');
      return void response.destroy(); // cut off rather than ended: what is there is not all
    }
    response.end('--\r\n');
  };
}

/** Undefined for what is answered in one piece, or refused. */
function prepare({ documents, operations, executor }: Graph, body: unknown, check: (operation: Operation) => void): RunInParts | undefined {
  if (faultOfRequest(body) !== undefined) return undefined;
  const { query, operationName, variables } = body as { query: string; operationName?: string | null; variables?: Record<string, unknown> | null };
  if (!query.includes('@defer')) return undefined;
  const read = documents.read(query);
  if ('errors' in read) return undefined;
  try {
    const operation = operations.prepare(read.document, read.hash, operationName);
    check(operation);
    return executor.inParts(operation, variables ?? {});
  } catch {
    return undefined; // the ordinary way meets the same fault, and says so
  }
}

type Told = readonly object[];

function toFirst({ json }: Piece, errors: Told, more: boolean): string {
  return `{"data":${json}${errors.length > 0 ? `,"errors":${JSON.stringify(errors)}` : ''},"hasNext":${more}}`;
}

function toPatches(pieces: readonly Piece[], told: readonly Told[], more: boolean): string {
  const patches = pieces.map(({ label, path, json }, index) => {
    const errors = told[index]!;
    const named = label === undefined ? '' : `"label":${JSON.stringify(label)},`;
    return `{${named}"path":${JSON.stringify(path)},"data":${json}${errors.length > 0 ? `,"errors":${JSON.stringify(errors)}` : ''}}`;
  });
  return `{"incremental":[${patches.join(',')}],"hasNext":${more}}`;
}
