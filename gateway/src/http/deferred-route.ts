import type { Logger } from '@customerai/service';
import type { RequestHandler } from 'express';
import { authorise } from '../auth/authorise.ts';
import { toClientError } from '../errors.ts';
import type { Delivery } from '../execute/deferred-run.ts';
import { errorsOf, type RunInParts } from '../plan/execute-operation.ts';
import type { Operation } from '../plan/operations.ts';
import type { Graph } from '../subscribe/graph.ts';
import { faultOfRequest } from '../subscribe/socket-messages.ts';
import { partsFormatFor } from './deferred-formats.ts';
import { exchangeOf } from './exchange.ts';

const HEADERS = { 'cache-control': 'no-store', 'x-accel-buffering': 'no' };

/**
 * Answers operations with `@defer` part by part, for who accepts that. Whatever else there is, every refusal too, goes on to the ordinary way: it is answered in
 * one piece. Needs `identify` and `readJson` before it.
 */
export function deferredAnswers({ graph, log }: { graph(): Graph; log: Logger }): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'POST') return next();
    const format = partsFormatFor(request.get('accept'));
    if (!format) return next();
    const { identity, traceId } = exchangeOf(response);
    const { viewer } = identity;
    const run = prepare(graph(), request.body, (operation) => authorise(viewer, operation.access));
    if (!run) return next();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    let begun = false;
    const deliver = (delivery: Delivery): void => {
      const told = delivery.pieces.map((piece) => errorsOf(piece).map((error) => toClientError(error.toJSON(), traceId, log)));
      if (!begun) {
        response.writeHead(200, { ...HEADERS, 'content-type': `multipart/mixed; boundary="graphql"; ${format.parameter}` });
        response.socket?.setNoDelay(true);
        response.write('\r\n--graphql');
      }
      const body = begun ? format.later(delivery, told) : format.first(delivery, told[0]!);
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
