import { analyticsExport, anonymous, type Parts } from '@customerai/service';
import { type RequestHandler, Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { serviceErrorsAsProblems } from './problem.ts';

/**
 * `GET /api/v1/analytics/exports/<file>`: an exported report for whoever holds its signed link, without a token. The analytics service has the file, checks the
 * link and hands it over piece by piece; the gateway asks for the next as fast as the client reads.
 */
export function exportRoute({ rpc }: { rpc: Parts['rpc'] }): Router {
  const router = Router();
  const begin: RequestHandler = (_request, response, next) => {
    response.locals['identity'] = { viewer: anonymous };
    response.setHeader('cache-control', 'private, no-store');
    next();
  };

  const send: RequestHandler<{ file: string }> = async (request, response) => {
    const { file } = request.params;
    const { tenant, expires, signature } = request.query;
    const link = { tenant: String(tenant), file, expires: Number(expires) || 0, signature: String(signature) };
    const first = await rpc.call(analyticsExport, { ...link, offset: 0 });
    response.setHeader('content-type', first.contentType);
    response.setHeader('content-length', first.size);
    response.setHeader('content-disposition', `attachment; filename="customerai-${file}"`);
    if (request.method === 'HEAD') return void response.end();

    async function* pieces() {
      let offset = 0;
      for (let piece = first; ; piece = await rpc.call(analyticsExport, { ...link, offset })) {
        const bytes = Buffer.from(piece.bytes, 'base64');
        if (bytes.length > 0) yield bytes;
        offset += bytes.length;
        if (offset >= first.size || bytes.length === 0) return;
      }
    }
    // What breaks on the way ends the connection before its announced length: the client knows that the file is not whole.
    await pipeline(Readable.from(pieces()), response).catch(() => response.destroy());
  };

  router.get('/:file', begin, send, serviceErrorsAsProblems);
  return Router().use('/api/v1/analytics/exports', router);
}
