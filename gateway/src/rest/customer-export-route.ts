import { type Parts, privacyExport, ServiceError } from '@customerai/service';
import { Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { serviceErrorsAsProblems } from './problem.ts';

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
    const first = await rpc.call(privacyExport, { link });
    const { requestId, ...about } = first.about!;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('content-disposition', `attachment; filename="export-${requestId}.json"`);
    response.setHeader('cache-control', 'no-store');

    async function* pieces(link: string) {
      const head = JSON.stringify({ format: 'customerai.export', version: 1, requestId, ...about });
      yield `${head.slice(0, -1)},"records":[`;
      let before = '';
      for (let page = first; ; page = await rpc.call(privacyExport, { link, after: page.next })) {
        for (const record of page.records) {
          yield `${before}\n${JSON.stringify({ service: page.service, ...record })}`;
          before = ',';
        }
        if (page.next === undefined) break;
      }
      yield ']}\n';
    }
    // Half of it must not look like all of it: what breaks on the way ends the connection.
    await pipeline(Readable.from(pieces(link)), response).catch(() => response.destroy());
  });
  return router.use(serviceErrorsAsProblems);
}
