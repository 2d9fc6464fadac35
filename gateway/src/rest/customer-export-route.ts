import { type Parts, privacyExport, ServiceError } from '@customerai/service';
import { type ErrorRequestHandler, Router } from 'express';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { refuseAsProblem, statusOf } from './problem.ts';

/**
 * `GET /api/v1/privacy/export?link=...`: what `PrivacyRequest.downloadUrl` leads to. The link is the right to read, so that a browser can follow it; the privacy service checks it and
 * writes down that it was used. One JSON document, written as its pages come.
 */
export function customerExportRoute({ rpc }: Pick<Parts, 'rpc'>): Router {
  const router = Router();
  router.get('/api/v1/privacy/export', async (request, response) => {
    const { link } = request.query;
    if (typeof link !== 'string')
      throw new ServiceError('BAD_USER_INPUT', 'The address is not whole: take "downloadUrl" as it is.', { argument: 'link' });
    let page = await rpc.call(privacyExport, { link });
    const { requestId, ...about } = page.about!;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="export-${requestId}.json"`);
    response.setHeader('cache-control', 'no-store');
    const head = JSON.stringify({ format: 'customerai.export', version: 1, requestId, ...about });
    await write(response, `${head.slice(0, -1)},"records":[`);
    try {
      for (let before = ''; ;) {
        for (const record of page.records) {
          await write(response, `${before}\n${JSON.stringify({ service: page.service, ...record })}`);
          before = ',';
        }
        if (page.next === undefined) break;
        page = await rpc.call(privacyExport, { link, after: page.next });
      }
      response.end(']}\n');
    } catch (error) {
      response.destroy(error as Error); // half of it must not look like all of it
    }
  });
  const fail: ErrorRequestHandler = (error, _request, response, next) => {
    if (response.headersSent || !(error instanceof ServiceError)) return next(error);
    refuseAsProblem(response, { status: statusOf(error.code), code: error.code, message: error.message, details: error.details });
  };
  return router.use(fail);
}

/** At the reader's pace. */
async function write(response: ServerResponse, text: string): Promise<void> {
  if (!response.write(text) && !response.destroyed) await Promise.race([once(response, 'drain'), once(response, 'close')]);
}
